// Where scalars end and what lies between them. yaml-cpp tells only where a token starts; messages underline the whole
// of it, and a text that the library skipped without a word must not get lost.
//
//   extent of `Ada Lovelace` in "name: Ada Lovelace  # 1815": bytes [6, 18)
#pragma once

#include <cstddef>
#include <string_view>

namespace galley::extent {

/// One past the character that starts at `at`; the end of the text there.
std::size_t character_end(std::string_view text, std::size_t at);

/// The first byte at or after `at` that is not in `set`, or the end of the text.
std::size_t skip(std::string_view text, std::size_t at, std::string_view set);

/// One past the last byte before `at` that is not in `set`.
std::size_t skip_back(std::string_view text, std::size_t at, std::string_view set);

/// Skips white space, line ends and comments.
std::size_t skip_gap(std::string_view text, std::size_t at);

/// The end of the `&name`, `*name`, `!tag` or `!<verbatim tag>` at `at`.
std::size_t property_end(std::string_view text, std::size_t at);

/// Skips `&anchor` and `!tag` in front of a value; yaml-cpp counts them to the value.
std::size_t skip_properties(std::string_view text, std::size_t at);

/// The end of a plain scalar that was read as `value`, over folded lines too.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);

/// One past the quote that closes the one at `begin`, or npos.
std::size_t quoted_end(std::string_view text, std::size_t begin);

/// The end of the last line of a block scalar (`|` or `>`) whose header starts at `begin`.
std::size_t block_end(std::string_view text, std::size_t begin);

/// The first byte in [from, to) that is neither white space, comment, property nor one of YAML's structural characters,
/// or `to`: text of the file that became no value.
std::size_t first_unread(std::string_view text, std::size_t from, std::size_t to);

/// True for `#` at a place where YAML starts a comment: first in the file or after white space.
bool is_comment_start(std::string_view text, std::size_t at);

/// The end of the line around `at`: its '\n' or the end of the text.
std::size_t line_end(std::string_view text, std::size_t at);

/// The first byte of the line around `at`.
std::size_t line_start(std::string_view text, std::size_t at);

}  // namespace galley::extent
