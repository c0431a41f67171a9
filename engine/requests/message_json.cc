#include "requests/message_json.h"

namespace galley {
namespace {

using Json = nlohmann::ordered_json;

void add_location(const Location& location, Json& json) {
  if (location.file.empty()) return;
  json["file"] = location.file;
  json["line"] = location.line;
  json["column"] = location.column;
  json["end_line"] = location.end_line;
  json["end_column"] = location.end_column;
}

}  // namespace

Json as_json(const Message& message) {
  Json json = {{"severity", message.severity == Severity::error ? "error" : "warning"}, {"code", message.code}};
  add_location(message.location, json);
  json["text"] = message.text;
  if (!message.help.empty()) json["help"] = message.help;
  for (const MessageNote& note : message.notes) {
    Json each = {{"text", note.text}};
    add_location(note.location, each);
    json["notes"].push_back(std::move(each));
  }
  json["printed"] = printed(message);
  return json;
}

}  // namespace galley
