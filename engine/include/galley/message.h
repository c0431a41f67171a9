// What there is to say about a request.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace galley {

enum class Severity { warning, error };

/// A range of a file's text. Lines and columns count from 1, columns in code points; the end is that of the first character behind.
struct Location {
  std::string file;  ///< as the request or another file names it; empty: the message is about no file
  std::size_t line = 0, column = 0;
  std::size_t end_line = 0, end_column = 0;
};

/// A second place that explains a message: "the first one is here".
struct MessageNote {
  Location location;
  std::string text;
};

/// An error or a warning: what was found and what was expected. Its fields hold what the user's files hold, so they may be long
/// and hide control characters: printed() makes them safe to show.
struct Message {
  Severity severity = Severity::error;
  /// What kind of thing is said: for programs that sort, count or silence. Never changes its meaning; MESSAGES.md beside
  /// this header and message_codes() list them.
  std::string code = {};
  Location location = {};
  std::string text = {};
  std::string help = {};     ///< what to do about it; empty: none
  std::vector<MessageNote> notes = {};
  std::string excerpt = {};  ///< the first line of the location and a caret below it, made safe to show; empty: there is no file
};

/// The message as the program prints it, each line with a line end:
///   cv.yaml:12:5: error: unknown key 'titel' in an education entry
///      12 |     titel: Ph.D. in Statistics
///         |     ^^^^^ help: did you mean 'title'?
std::string printed(const Message& message);

/// A code and what messages of that code are about.
struct MessageCode {
  std::string code, about;
};
/// All codes there are.
std::vector<MessageCode> message_codes();

}  // namespace galley
