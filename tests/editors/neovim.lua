-- Drives `vanthu lsp` with the client of Neovim, through the functions that its keys call.
--
--     VANTHU_PROGRAM=… VANTHU_PROJECT_FOLDER=… nvim --headless -u NONE -i NONE -n -c 'luafile tests/editors/neovim.lua'
--
-- One line per fact. `tests/editors/run.sh` makes the project and runs this. Neovim 0.7 or newer:
-- what a version can not do itself (inlay hints before 0.10) is asked for through its client.

-- Facts that do not hold yet, with the reason. It has to be empty.
local KNOWN = {
  ['code action: the near name of a column'] = 'the finding names the near name in its help, but holds no edit',
}

local PROGRAM = assert(os.getenv('VANTHU_PROGRAM'), 'VANTHU_PROGRAM is not set')
local ROOT = assert(os.getenv('VANTHU_PROJECT_FOLDER'), 'VANTHU_PROJECT_FOLDER is not set')
local PATIENCE = 20000
local GIAO, CHU, NHAC = 'data/giao.yaml', 'data/chu.yaml', 'data/nhac.yaml'

local passed, failed, known = 0, 0, 0
local exit_code = nil

local function say(text)
  io.stdout:write(text, '\n')
end

-- Waits until `ready` gives something, and gives it back.
local function await(what, ready)
  local found
  local is_there = vim.wait(PATIENCE, function()
    found = ready()
    return found
  end, 20)
  return is_there and found or error(what .. ': not in time', 0)
end

local function equal(found, wanted)
  if not vim.deep_equal(found, wanted) then
    error('found ' .. vim.inspect(found) .. '\nwanted ' .. vim.inspect(wanted), 0)
  end
end

local function has(text, words)
  if not text:find(words, 1, true) then error('no `' .. words .. '` in: ' .. text, 0) end
end

local function buffer_text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, true), '\n') .. '\n'
end

local function clients()
  local get = vim.lsp.get_clients or vim.lsp.buf_get_clients
  if vim.lsp.get_clients then return get({ bufnr = 0, name = 'vanthu' }) end
  return vim.tbl_values(get(0))
end

local client_id = nil

-- Opens a document in the window, and attaches the server as the documentation says.
local function open(name)
  vim.cmd('edit! ' .. vim.fn.fnameescape(ROOT .. '/' .. name))
  vim.bo.filetype = 'yaml'
  if not vim.lsp.config then
    local config = {
      name = 'vanthu',
      cmd = { PROGRAM, 'lsp' },
      root_dir = ROOT,
      workspace_folders = { { uri = vim.uri_from_fname(ROOT), name = 'project' } },
      on_exit = function(code) exit_code = code end,
    }
    client_id = client_id or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, client_id)
  end
  await('the server', function() return #clients() > 0 and clients()[1].server_capabilities end)
end

local function findings(buffer)
  return vim.diagnostic.get(buffer or 0)
end

-- Findings come behind a change; an answer says that it has been taken in.
local function settled()
  local params = { textDocument = vim.lsp.util.make_text_document_params(0) }
  vim.wait(200, function() return false end)
  vim.lsp.buf_request_sync(0, 'textDocument/foldingRange', params, PATIENCE)
  vim.lsp.buf_request_sync(0, 'textDocument/foldingRange', params, PATIENCE)
  vim.wait(50, function() return false end)
end

-- Puts the cursor at the `^` in the first place of `words`.
local function go(words)
  local plain = words:gsub('%^', '', 1)
  local cursor = words:find('^', 1, true) - 1
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local found = line:find(plain, 1, true)
    if found then
      vim.api.nvim_win_set_cursor(0, { number, found - 1 + cursor })
      return
    end
  end
  error('no `' .. plain .. '`', 0)
end

-- Types `keys` as a person does.
local function press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'xt', false)
end

local function position()
  local client = clients()[1]
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

-- What the server answers through the client of the editor.
local function ask(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
  if not answers then error(method .. ': ' .. tostring(problem), 0) end
  for _, answer in pairs(answers) do
    if answer.error or answer.err then error(method .. ': ' .. vim.inspect(answer), 0) end
    return answer.result
  end
end

-- A fact of a document as it is on the disk, with an empty list of places.
local function fact(name, document, check)
  local ok, problem = pcall(function()
    open(document)
    vim.fn.setqflist({}, 'f')
    vim.fn.setloclist(0, {}, 'f')
    settled()
    check()
  end)
  -- What was changed is thrown away.
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    vim.bo[buffer].modified = false
  end
  vim.cmd('silent! only!')
  if KNOWN[name] and ok then
    failed = failed + 1
    say('FAILED  ' .. name .. ': it holds now; take it out of KNOWN')
  elseif KNOWN[name] then
    known = known + 1
    say('known   ' .. name .. ': ' .. KNOWN[name])
  elseif ok then
    passed = passed + 1
    say('ok      ' .. name)
  else
    failed = failed + 1
    say('FAILED  ' .. name .. '\n        ' .. tostring(problem):gsub('\n', '\n        '))
  end
end

-- The text of the window that floats above the others.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return buffer_text(vim.api.nvim_win_get_buf(window))
    end
  end
end

-- The next choice is the first one.
local function choose_first()
  vim.ui.select = function(items, _, chosen) chosen(items[1], 1) end
end

local function all()
  fact('start: the client counts as the server does', GIAO, function()
    equal(clients()[1].offset_encoding, 'utf-16')
  end)

  fact('diagnostics: a good document has none', GIAO, function()
    equal(findings(), {})
  end)

  fact('diagnostics: they come and go as one types, in Vietnamese', GIAO, function()
    go('chi_tieu.total.tan^g }}')
    press('ag<Esc>')
    local found = await('a finding', function() return findings()[1] end)
    equal(found.code, 'N011')
    has(found.message, 'bảng không có cột số `tangg`')
    equal(found.severity, vim.diagnostic.severity.ERROR)
    local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
    has(line:sub(found.col + 1, found.end_col), 'chi_tieu.total.tangg')
    vim.cmd('silent undo')
    await('no finding', function() return #findings() == 0 end)
  end)

  fact('diagnostics: columns are right behind emoji and marks set apart', CHU, function()
    await('findings', function() return #findings() > 0 end)
    go('so_dan.total.da^n')
    press('an<Esc>')
    local found = await('a finding', function()
      for _, it in ipairs(findings()) do
        if it.code == 'N011' then return it end
      end
    end)
    local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
    local words = line:sub(found.col + 1, found.end_col)
    has(words, 'so_dan.total.dann')
    equal(words:find('😀', 1, true), nil)
  end)

  fact('code action: a key with a mistake', GIAO, function()
    local good = buffer_text()
    go('subje^ct: giao')
    press('xp<Esc>')
    has(buffer_text(), 'subjetc')
    await('a finding', function() return findings()[1] end)
    go('subje^tc')
    choose_first()
    vim.lsp.buf.code_action()
    await('the good text', function() return buffer_text() == good end)
  end)

  fact('code action: a day as it is printed', GIAO, function()
    go('date: ^2024-03')
    press('C15/03/2024<Esc>')
    await('a finding', function() return findings()[1] end)
    go('date: ^15/03')
    choose_first()
    vim.lsp.buf.code_action()
    await('the day', function() return buffer_text():find('date: 2024-03-15\n', 1, true) end)
  end)

  fact('code action: the near name of a column', GIAO, function()
    local good = buffer_text()
    go('chi_tieu.total.tan^g }}')
    press('ag<Esc>')
    local found = await('a finding', function() return findings()[1] end)
    local encoding = clients()[1].offset_encoding
    local params = vim.lsp.util.make_range_params(0, encoding)
    params.context = { diagnostics = { found.user_data and found.user_data.lsp or {} } }
    local diagnostic = params.context.diagnostics[1]
    diagnostic.message, diagnostic.range = found.message, params.range
    local actions = ask('textDocument/codeAction', params) or {}
    if #actions == 0 then error('no action', 0) end
    vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
    equal(buffer_text(), good)
  end)

  fact('hover: a figure tells value, formula and rows', GIAO, function()
    go('chi_tieu.total.tan^g }}')
    vim.lsp.buf.hover()
    local text = await('a window', floating)
    -- The editor shows Markdown: signs that are escaped in it may be shown escaped.
    for _, words in ipairs({ '= 45', 'tn_2024 - tn_2023', 'Thôn Đoài: 20', 'Thôn Hạ: 10' }) do
      has(text, words)
    end
  end)

  fact('hover: a citation tells title and status', GIAO, function()
    go('  - nq^-28')
    vim.lsp.buf.hover()
    local text = await('a window', floating)
    has(text, 'cải cách chính sách bảo hiểm xã hội')
    has(text, 'có hiệu lực từ 23/5/2018')
  end)

  for _, case in ipairs({
    { 'keys', 'date: 2024-03', 'da', 'date' },
    { 'kinds', 'kind: cong-van', 'kind: ke', 'ke-hoach' },
    { 'ids', '  - nq-28-nq-tw-2018', '  - nq', 'nq-28-nq-tw-2018' },
    { 'rows', '["Thôn Hạ"]', '["Thôn Th', 'Thôn Thượng' },
    { 'columns', 'total.tang', 'total.ta', 'tang' },
    { 'units', '      Thôn Hạ: [50, 60]', '      nam s', 'Huyện Nam Sách' },
    { 'documents', 'cite("nq-28-nq-tw-2018")', 'cite("qd', 'qd-546-ttg-2022' },
  }) do
    local what, before, after, wanted = unpack(case)
    fact('completion: ' .. what, GIAO, function()
      local text = buffer_text()
      local from, to = text:find(before, 1, true)
      local changed = text:sub(1, from - 1) .. after .. text:sub(to + 1)
      vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.split(changed:gsub('\n$', ''), '\n'))
      go(after .. '^')
      settled()
      go(after .. '^')
      local list = ask('textDocument/completion', position())
      local labels = vim.tbl_map(function(it) return it.label end, list.items or list)
      if not vim.tbl_contains(labels, wanted) then
        error('no `' .. wanted .. '` in ' .. vim.inspect(labels), 0)
      end
    end)
  end

  fact('completion: <C-x><C-o> puts in what is offered', GIAO, function()
    vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
    vim.o.completeopt = 'menu'
    go('date: 2024-0^3')
    press('Spla<Esc>')
    settled()
    go('pl^a')
    -- The menu comes later than the key; it is taken and closed when it is there.
    local timer = vim.loop.new_timer()
    local tries = 0
    timer:start(100, 100, vim.schedule_wrap(function()
      tries = tries + 1
      local is_there = vim.fn.pumvisible() == 1 or buffer_text():find('\nplace', 1, true)
      if is_there or tries > 100 then
        timer:stop()
        vim.api.nvim_input('<C-y><Esc>')
      end
    end))
    vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('A<C-x><C-o>', true, false, true), 'x!t', false)
    has(buffer_text(), '\nplace:')
  end)

  for _, case in ipairs({
    { 'from a figure to its column', 'chi_tieu.total.tan^g }}', GIAO, '{id: ', 'tang' },
    { 'from an appendix to its table', 'appendix("chi^-tieu")', GIAO, '  ', 'chi-tieu:' },
    { 'from an id to the catalog', '  - nq^-28', 'data/catalog/chung.yaml', '  ', 'nq-28-nq-tw-2018:' },
    { 'from an issuer to the catalog', 'id: ubnd^-an-binh', 'data/catalog/co-quan.yaml', '  ', 'ubnd-an-binh:' },
  }) do
    local what, words, file, before, name = unpack(case)
    fact('definition: ' .. what, GIAO, function()
      go(words)
      local start = vim.api.nvim_win_get_cursor(0)
      vim.lsp.buf.definition()
      await('a jump', function()
        local is_there = not vim.deep_equal(vim.api.nvim_win_get_cursor(0), start)
        return is_there and vim.api.nvim_buf_get_name(0):sub(-#file) == file
      end)
      local row, column = unpack(vim.api.nvim_win_get_cursor(0))
      local line = vim.api.nvim_buf_get_lines(0, row - 1, row, true)[1]
      equal(line:sub(column + 1, column + #name), name)
      has(line:sub(1, column), before)
    end)
  end

  fact('references: of a column', GIAO, function()
    go('chi_tieu.total.tan^g }}')
    vim.lsp.buf.references()
    local list = await('a list', function()
      local list = vim.fn.getqflist()
      return #list > 0 and list
    end)
    equal(vim.tbl_map(function(it) return it.lnum end, list), { 23, 30, 33, 36 })
  end)

  fact('references: of a document, in all files', GIAO, function()
    go('  - nq^-28')
    vim.lsp.buf.references()
    local list = await('a list', function()
      local list = vim.fn.getqflist()
      return #list > 0 and list
    end)
    equal(#list, 8)
  end)

  fact('rename: a column', GIAO, function()
    go('chi_tieu.total.tan^g }}')
    vim.lsp.buf.rename('them')
    await('the new name', function() return buffer_text():find('{{ chi_tieu.total.them }}', 1, true) end)
    for _, words in ipairs({ '{id: them, header: Tăng', 'declared: {them: 45}', '["Thôn Hạ"].them }}' }) do
      has(buffer_text(), words)
    end
    settled()
    equal(findings(), {})
  end)

  fact('rename: a row, behind emoji', CHU, function()
    go('so_dan["Thôn Hậu^ 🌊"]')
    vim.lsp.buf.rename('Thôn 🌸 Hậu')
    await('the new name', function() return buffer_text():find('so_dan["Thôn 🌸 Hậu"].ho', 1, true) end)
    has(buffer_text(), '      Thôn 🌸 Hậu: [20, 4]')
  end)

  fact('rename: a document, in all files', GIAO, function()
    go('  - nq^-28')
    vim.lsp.buf.rename('nq-28')
    await('the new name', function() return buffer_text():find('  - nq-28\n', 1, true) end)
    for _, file in ipairs({ NHAC, 'data/khen.yaml', 'data/catalog/chung.yaml' }) do
      local buffer = vim.fn.bufnr(ROOT .. '/' .. file)
      if buffer < 0 then error(file .. ' is not changed', 0) end
      has(buffer_text(buffer), 'nq-28')
      equal(buffer_text(buffer):find('nq-28-nq-tw-2018', 1, true), nil)
    end
  end)

  fact('rename: a name that is taken is refused, and nothing changes', GIAO, function()
    local good = buffer_text()
    go('chi_tieu.total.tan^g }}')
    local params = position()
    params.newName = 'tn_2023'
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/rename', params, PATIENCE)
    local _, answer = next(answers)
    has((answer.error or answer.err).message, 'đã có tên `tn_2023`')
    equal(buffer_text(), good)
  end)

  fact('inlay hints: totals and values of references', GIAO, function()
    local found = {}
    if vim.lsp.inlay_hint and vim.lsp.inlay_hint.get then
      vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
      local hints = await('hints', function()
        local hints = vim.lsp.inlay_hint.get({ bufnr = 0 })
        return #hints > 0 and hints
      end)
      found = vim.tbl_map(function(it) return it.inlay_hint.label end, hints)
    else
      local range = { start = { line = 0, character = 0 }, ['end'] = { line = 999, character = 0 } }
      local params = { textDocument = vim.lsp.util.make_text_document_params(0), range = range }
      local hints = ask('textDocument/inlayHint', params)
      found = vim.tbl_map(function(it) return it.label end, hints)
    end
    for _, wanted in ipairs({ 'tn_2023 230 · tn_2024 275 · tang 45', '45', '10', 'Phụ lục' }) do
      if not vim.tbl_contains(found, wanted) then
        error('no `' .. wanted .. '` in ' .. vim.inspect(found), 0)
      end
    end
  end)

  fact('symbols: keys, tables, rows, parts of the text', GIAO, function()
    vim.lsp.buf.document_symbol()
    local list = await('a list', function()
      local list = vim.fn.getqflist()
      if #list == 0 then list = vim.fn.getloclist(0) end
      return #list > 0 and list
    end)
    local text = table.concat(vim.tbl_map(function(it) return it.text end, list), '\n')
    for _, wanted in ipairs({ 'kind', 'chi-tieu', 'tang', 'Thôn Đoài', 'II. TỔ CHỨC THỰC HIỆN' }) do
      has(text, wanted)
    end
  end)

  fact('end: the server ends when the editor stops it', GIAO, function()
    local client = clients()[1]
    if vim.lsp.get_clients then client:stop() else client.stop() end
    await('the end', function() return client.is_stopped(client) end)
    if exit_code then equal(exit_code, 0) end
  end)
end

vim.o.hidden = true
vim.o.swapfile = false
if vim.lsp.config then
  -- As docs/editor.md tells it.
  vim.lsp.config('vanthu', { cmd = { PROGRAM, 'lsp' }, filetypes = { 'yaml' }, root_markers = { 'vanthu.yaml' } })
  vim.lsp.enable('vanthu')
end
local ok, problem = pcall(all)
if not ok then
  failed = failed + 1
  say('FAILED  ' .. tostring(problem))
end
if known > 0 then say(known .. ' known not to hold') end
say(passed .. ' passed, ' .. failed .. ' failed')
vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
