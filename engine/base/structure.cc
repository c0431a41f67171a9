#include "base/structure.h"

namespace galley {

const char* role_name(Role role) {
  switch (role) {
    case Role::document:
      return "document";
    case Role::section:
      return "section";
    case Role::heading1:
      return "heading1";
    case Role::heading2:
      return "heading2";
    case Role::heading3:
      return "heading3";
    case Role::paragraph:
      return "paragraph";
    case Role::list:
      return "list";
    case Role::list_item:
      return "list_item";
    case Role::label:
      return "label";
    case Role::list_body:
      return "list_body";
    case Role::span:
      return "span";
    case Role::link:
      return "link";
    case Role::figure:
      return "figure";
  }
  return "span";
}

}  // namespace galley
