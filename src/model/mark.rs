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

    /// As printed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Express => "HOẢ TỐC",
            Self::Pressing => "THƯỢNG KHẨN",
            Self::Urgent => "KHẨN",
        }
    }

    /// Width of its frame in tenths of a millimetre (R94).
    #[must_use]
    pub fn width(self) -> u16 {
        match self {
            Self::Express => 300,
            Self::Pressing => 400,
            Self::Urgent => 200,
        }
    }
}

impl Circulation {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] =
        [("xem-xong-tra-lai", Self::ReturnAfterReading), ("luu-hanh-noi-bo", Self::Internal)];

    /// As printed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::ReturnAfterReading => "XEM XONG TRẢ LẠI",
            Self::Internal => "LƯU HÀNH NỘI BỘ",
        }
    }

    /// Width of its frame in tenths of a millimetre, as in the sample of the decree (R95).
    #[must_use]
    pub fn width(self) -> u16 {
        match self {
            Self::ReturnAfterReading => 569,
            Self::Internal => 494,
        }
    }
}
