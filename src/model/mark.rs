//! Marks that a document bears beside its text: how urgent it is, how far it may go.

/// Mức độ khẩn (ô 10b, R94).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// `HOẢ TỐC`
    Express,
    /// `THƯỢNG KHẨN`
    Pressing,
    /// `KHẨN`
    Urgent,
}

/// Chỉ dẫn về phạm vi lưu hành (ô 11, R95).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circulation {
    /// `XEM XONG TRẢ LẠI`
    ReturnAfterReading,
    /// `LƯU HÀNH NỘI BỘ`
    Internal,
}

impl Urgency {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("hoa-toc", Self::Express), ("thuong-khan", Self::Pressing), ("khan", Self::Urgent)];
}

impl Circulation {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] =
        [("xem-xong-tra-lai", Self::ReturnAfterReading), ("luu-hanh-noi-bo", Self::Internal)];
}
