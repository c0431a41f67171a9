#include "verify/content.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDFMatrix.hh>

#include "base/utf8.h"
#include "verify/words.h"

namespace galley::proof {
namespace {

/// Forms within forms that are followed; deeper is a circle.
constexpr int kDeepestForm = 16;
constexpr double kPointsPerInch = 72;

using Operands = std::vector<QPDFObjectHandle>;

QPDFObjectHandle key(QPDFObjectHandle dictionary, const std::string& name) {
  return dictionary.isDictionary() ? dictionary.getKey(name) : QPDFObjectHandle::newNull();
}

double number(Operands& operands, std::size_t i) {
  return i < operands.size() && operands[i].isNumber() ? operands[i].getNumericValue() : 0;
}

std::string name_in(Operands& operands, std::size_t i) {
  return i < operands.size() && operands[i].isName() ? operands[i].getName() : std::string();
}

/// "RGB" and so on, for a colour space (ISO 32000-1, 8.6) given by name or as an array.
std::string kind_of_colour(QPDFObjectHandle space, int depth = 0) {
  QPDFObjectHandle family = space.isArray() && space.getArrayNItems() > 0 ? space.getArrayItem(0) : space;
  const std::string name = family.isName() ? family.getName() : "";
  if (name == "/DeviceRGB" || name == "/CalRGB" || name == "/RGB") return "RGB";
  if (name == "/DeviceCMYK" || name == "/CMYK") return "CMYK";
  if (name == "/DeviceGray" || name == "/CalGray" || name == "/G") return "grey";
  if (name == "/Separation" || name == "/DeviceN") return "spot";
  if (name == "/Lab") return "Lab";
  if (!space.isArray() || space.getArrayNItems() < 2 || depth > 2) return {};
  if (name == "/Indexed" || name == "/I" || name == "/Pattern") return kind_of_colour(space.getArrayItem(1), depth + 1);
  if (name != "/ICCBased" || !space.getArrayItem(1).isStream()) return {};
  QPDFObjectHandle components = key(space.getArrayItem(1).getDict(), "/N");
  if (!components.isInteger()) return {};
  const int count = components.getIntValueAsInt();
  return count == 1 ? "grey" : count == 3 ? "RGB" : "CMYK";
}

/// ISO 32000-1, 8.4 and 9.3: what of the graphics state we need.
struct State {
  QPDFMatrix to_page;
  double line_width = 1;
  const PdfFont* font = nullptr;
};

/// Marked content that is open (ISO 32000-1, 14.6).
struct Mark {
  bool is_tag = false;  ///< one with a number, which the structure tree may hold
  bool is_artifact = false;
  bool replaces = false;  ///< has an ActualText
};

class Reader final : public QPDFObjectHandle::ParserCallbacks {
 public:
  Reader(PageContent& content, FontShelf& fonts, QPDFObjectHandle resources)
      : content_(content), fonts_(fonts), resources_(resources) {}

  void handleObject(QPDFObjectHandle object, std::size_t /*offset*/, std::size_t /*length*/) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (!read_state(name) && !read_text(name) && !read_mark(name) && !read_colour(name)) read_drawing(name);
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  [[nodiscard]] State& state() { return states_.back(); }
  [[nodiscard]] QPDFObjectHandle resource(const char* category, const std::string& name) {
    return key(key(resources_, category), name);
  }

  bool read_state(const std::string& name) {
    if (name == "q") {
      states_.push_back(state());
    } else if (name == "Q") {
      if (states_.size() > 1) states_.pop_back();
    } else if (name == "cm") {
      state().to_page.concat({number(operands_, 0), number(operands_, 1), number(operands_, 2), number(operands_, 3),
                              number(operands_, 4), number(operands_, 5)});
    } else if (name == "w") {
      state().line_width = number(operands_, 0);
    } else if (name == "gs") {
      QPDFObjectHandle set = resource("/ExtGState", name_in(operands_, 0)), width = key(set, "/LW");
      for (const char* overprint : {"/OP", "/op"})
        if (QPDFObjectHandle on = key(set, overprint); on.isBool() && on.getBoolValue()) content_.overprints = true;
      if (width.isNumber()) state().line_width = width.getNumericValue();
    } else {
      return false;
    }
    return true;
  }

  bool read_text(const std::string& name) {
    if (name == "Tf") {
      QPDFObjectHandle font = resource("/Font", name_in(operands_, 0));
      state().font = font.isNull() ? nullptr : &fonts_.get(font);
    } else if (name == "Tj" || name == "'" || name == "\"") {
      if (!operands_.empty() && operands_.back().isString()) show(operands_.back().getStringValue());
    } else if (name == "TJ") {
      if (operands_.empty() || !operands_.back().isArray()) return true;
      for (QPDFObjectHandle each : operands_.back().getArrayAsVector())
        if (each.isString()) show(each.getStringValue());
    } else {
      return false;
    }
    return true;
  }

  void show(const std::string& codes) {
    const PdfFont* font = state().font;
    if (!font || std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.replaces; })) return;
    const std::size_t length = font->is_composite ? 2 : 1;
    for (std::size_t at = 0; at + length <= codes.size(); at += length) {
      unsigned code = 0;
      for (std::size_t i = 0; i < length; ++i) code = (code << 8U) | static_cast<unsigned char>(codes[at + i]);
      show_one(*font, code);
    }
  }

  void show_one(const PdfFont& font, unsigned code) {
    const auto known = font.text.find(code);
    if (known != font.text.end() && known->second != "\xEF\xBF\xBD" && known->second != std::string(1, '\0')) {
      add_text(known->second);
    } else if (!font.codes_tell) {
      ++content_.unmapped[font.name];
    } else {
      add_text(code < 0x80 && !font.is_composite ? std::string(1, static_cast<char>(code)) : "\xEF\xBF\xBD");
    }
  }

  void add_text(const std::string& text) {
    const auto any = [&](bool Mark::*flag) {
      return std::any_of(marks_.begin(), marks_.end(), [flag](const Mark& mark) { return mark.*flag; });
    };
    if (!any(&Mark::is_tag) && !any(&Mark::is_artifact)) content_.untagged += text;
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded next = utf8::decode(text, at);
      at += next.length;
      if (is_white_space(next.code_point)) {
        parted_ = true;
      } else if (!is_steering(next.code_point)) {
        content_.letters.push_back({next.code_point, parted_, begins_tag_, any(&Mark::is_artifact)});
        parted_ = begins_tag_ = false;
      }
    }
  }

  bool read_mark(const std::string& name) {
    if (name == "BMC" || name == "BDC") {
      QPDFObjectHandle properties = operands_.size() > 1 ? operands_[1] : QPDFObjectHandle::newNull();
      if (properties.isName()) properties = resource("/Properties", properties.getName());
      QPDFObjectHandle actual = key(properties, "/ActualText");
      const Mark mark{key(properties, "/MCID").isInteger(), name_in(operands_, 0) == "/Artifact", actual.isString()};
      content_.has_tags = content_.has_tags || mark.is_tag;
      begins_tag_ = begins_tag_ || mark.is_tag || mark.is_artifact;
      parted_ = true;
      marks_.push_back(mark);
      if (mark.replaces) add_text(actual.getUTF8Value());
    } else if (name == "EMC") {
      parted_ = true;
      if (!marks_.empty()) marks_.pop_back();
    } else {
      return false;
    }
    return true;
  }

  bool read_colour(const std::string& name) {
    if (name == "g" || name == "G") {
      content_.colours.insert("grey");
    } else if (name == "rg" || name == "RG") {
      content_.colours.insert("RGB");
    } else if (name == "k" || name == "K") {
      content_.colours.insert("CMYK");
      content_.most_ink = std::max(content_.most_ink, number(operands_, 0) + number(operands_, 1) + number(operands_, 2) + number(operands_, 3));
    } else if (name == "cs" || name == "CS") {
      QPDFObjectHandle named = resource("/ColorSpace", name_in(operands_, 0));
      add_colour(named.isNull() && !operands_.empty() ? operands_[0] : named);
    } else if (name == "sh") {
      add_colour(key(resource("/Shading", name_in(operands_, 0)), "/ColorSpace"));
    } else {
      return false;
    }
    return true;
  }

  void add_colour(QPDFObjectHandle space) {
    const std::string kind = kind_of_colour(space);
    if (!kind.empty()) content_.colours.insert(kind);
  }

  void read_drawing(const std::string& name) {
    if (name == "re") {
      thinnest_path_ = std::min(thinnest_path_, thinner_side(number(operands_, 2), number(operands_, 3)));
    } else if (name == "m" || name == "l" || name == "c" || name == "v" || name == "y") {
      thinnest_path_ = std::numeric_limits<double>::infinity();
    } else if (name == "S" || name == "s" || name == "B" || name == "B*" || name == "b" || name == "b*") {
      content_.thinnest = std::min(content_.thinnest, state().line_width * scale());
      end_path();
    } else if (name == "f" || name == "F" || name == "f*") {
      content_.thinnest = std::min(content_.thinnest, thinnest_path_);
      end_path();
    } else if (name == "n") {
      end_path();
    } else if (name == "Do") {
      draw_object(name_in(operands_, 0));
    }
  }

  void end_path() { thinnest_path_ = std::numeric_limits<double>::infinity(); }

  [[nodiscard]] double thinner_side(double width, double height) {
    const QPDFMatrix& m = state().to_page;
    return std::min(std::fabs(width) * std::hypot(m.a, m.b), std::fabs(height) * std::hypot(m.c, m.d));
  }
  /// What a length becomes on the page at least.
  [[nodiscard]] double scale() { return thinner_side(1, 1); }

  void draw_object(const std::string& name) {
    QPDFObjectHandle object = resource("/XObject", name);
    if (!object.isStream()) return;
    QPDFObjectHandle dictionary = object.getDict(), subtype = key(dictionary, "/Subtype");
    if (subtype.isNameAndEquals("/Image")) {
      add_image(name, dictionary);
    } else if (subtype.isNameAndEquals("/Form") && depth_ < kDeepestForm) {
      draw_form(object, dictionary);
    }
  }

  void add_image(const std::string& name, QPDFObjectHandle dictionary) {
    QPDFObjectHandle width = key(dictionary, "/Width"), height = key(dictionary, "/Height");
    if (!width.isNumber() || !height.isNumber()) return;
    const QPDFMatrix& m = state().to_page;  // an image fills the unit square
    const double across = std::hypot(m.a, m.b), down = std::hypot(m.c, m.d);
    if (across <= 0 || down <= 0) return;
    const double resolution =
        kPointsPerInch * std::min(width.getNumericValue() / across, height.getNumericValue() / down);
    content_.images.push_back({name.substr(1), resolution});
    QPDFObjectHandle mask = key(dictionary, "/ImageMask");
    if (!mask.isBool() || !mask.getBoolValue()) add_colour(key(dictionary, "/ColorSpace"));
  }

  void draw_form(QPDFObjectHandle form, QPDFObjectHandle dictionary) {
    QPDFObjectHandle outer = resources_, inner = key(dictionary, "/Resources");
    QPDFObjectHandle matrix = key(dictionary, "/Matrix");
    const Operands operands = operands_;
    const std::size_t open_states = states_.size();
    states_.push_back(state());
    if (matrix.isMatrix()) state().to_page.concat(QPDFMatrix(matrix.getArrayAsMatrix()));
    if (inner.isDictionary()) resources_ = inner;
    ++depth_;
    operands_.clear();
    QPDFObjectHandle::parseContentStream(form, this);
    --depth_;
    operands_ = operands;
    resources_ = outer;
    states_.resize(open_states);
  }

  PageContent& content_;
  FontShelf& fonts_;
  QPDFObjectHandle resources_;
  Operands operands_;
  std::vector<State> states_ = std::vector<State>(1);
  std::vector<Mark> marks_;
  bool parted_ = true, begins_tag_ = true;
  double thinnest_path_ = std::numeric_limits<double>::infinity();
  int depth_ = 0;
};

}  // namespace

PageContent read_content(QPDFPageObjectHelper page, FontShelf& fonts) {
  PageContent content;
  Reader reader(content, fonts, page.getAttribute("/Resources", false));
  page.parseContents(&reader);
  return content;
}

}  // namespace galley::proof
