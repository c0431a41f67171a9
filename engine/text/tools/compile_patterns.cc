// Build-time program: libhyphen dictionaries in, text/hyphenation_table.h's arrays as C++ out.
//
//   compile_patterns hyphenation_tables.cc de=/usr/share/hyphen/hyph_de_DE.dic en=/usr/share/hyphen/hyph_en_US.dic
//
// A dictionary is a line with its character set, then lines in any order: keywords, comments (% or #) and patterns such
// as ".an5c" (Liang: a digit stands between letters, '.' is the edge of the word). NEXTLEVEL parts the patterns that
// divide compounds from those that divide their parts; without it the file has only the latter, and compounds are
// divided at hyphens and apostrophes. Patterns that change the spelling at a division ("Schif1fahrt/ff=f,5,2") are left
// out: they need a typesetter that can swap letters.
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace {

/// libhyphen reads lines into a buffer of 100 bytes and drops those that do not fit; so do we, to divide as it does.
constexpr std::size_t kLongestLine = 98;
constexpr std::size_t kMostLetters = 254;     // a label has 8 bits, 0 is no letter
constexpr std::size_t kMostWords = 0xFFFFFF;  // an index has 24 bits

/// Pattern letters without digits -> digits from the place after the last letter leftwards, without the zeros at the
/// end.
using Patterns = std::map<std::u32string, std::string>;

struct Dictionary {
  std::string language;
  int left = 0, right = 0, compound_left = 0, compound_right = 0;
  std::u32string undivided;
  std::array<Patterns, 2> levels;  // compounds, patterns
  int left_out = 0;                // patterns that change the spelling
};

/// Text in the dictionary's character set as code points; nothing where it is not valid.
class Decoder {
 public:
  explicit Decoder(const std::string& charset) : handle_(iconv_open("UTF-32LE", charset.c_str())) {}
  ~Decoder() {
    if (known()) iconv_close(handle_);
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  // iconv_open(3) returns (iconv_t)-1 for a character set it does not know.
  [[nodiscard]] bool known() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  std::optional<std::u32string> decode(std::string text) const {
    std::string bytes(text.size() * 4, '\0');
    char* in = text.data();
    char* out = bytes.data();
    std::size_t in_left = text.size();
    std::size_t out_left = bytes.size();
    if (iconv(handle_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) return std::nullopt;
    std::u32string result;
    for (std::size_t i = 0; i + 3 < bytes.size() - out_left; i += 4) {
      char32_t code_point = 0;
      for (std::size_t byte = 4; byte-- > 0;)
        code_point = code_point << 8 | static_cast<unsigned char>(bytes[i + byte]);
      result += code_point;
    }
    return result;
  }

 private:
  iconv_t handle_;
};

void add_pattern(Patterns& patterns, std::u32string_view line) {
  std::u32string letters;
  std::string digits = "0";
  for (const char32_t c : line) {
    if (c <= U' ') break;
    if (c >= U'0' && c <= U'9') {
      digits.back() = static_cast<char>(c);
    } else {
      letters += c;
      digits += '0';
    }
  }
  if (letters.empty()) return;
  digits.erase(0, digits.find_first_not_of('0'));
  std::reverse(digits.begin(), digits.end());
  patterns[letters] = digits;  // of two equal patterns the later one counts
}

/// True if the line is a keyword and its value.
bool read_keyword(Dictionary& dictionary, const std::string& line, const Decoder& decoder) {
  const std::pair<std::string_view, int*> numbers[] = {{"LEFTHYPHENMIN", &dictionary.left},
                                                       {"RIGHTHYPHENMIN", &dictionary.right},
                                                       {"COMPOUNDLEFTHYPHENMIN", &dictionary.compound_left},
                                                       {"COMPOUNDRIGHTHYPHENMIN", &dictionary.compound_right}};
  for (const auto& [name, value] : numbers)
    if (line.starts_with(name)) {
      *value = std::clamp(std::atoi(line.c_str() + name.size()), 0, 99);
      return true;
    }
  if (!line.starts_with("NOHYPHEN")) return false;
  const std::size_t list = line.find_first_not_of(" \t", 8);
  for (const char32_t c : decoder.decode(list == std::string::npos ? "" : line.substr(list)).value_or(U""))
    if (c != U',') dictionary.undivided += c;  // sequences of several letters do not occur
  return true;
}

/// What libhyphen supplies where a dictionary has one level only: hyphens and apostrophes part a word.
void add_default_compounds(Dictionary& dictionary) {
  for (const char32_t c : std::u32string_view(U"-'\u2013\u2019")) dictionary.levels[0][std::u32string(1, c)] = "11";
  dictionary.undivided = U"-'\u2013\u2019";
  const auto first_set = [](int a, int b, int c) { return a > 0 ? a : b > 0 ? b : c; };
  dictionary.compound_left = first_set(dictionary.compound_left, dictionary.left, 3);
  dictionary.compound_right = first_set(dictionary.compound_right, dictionary.right, 3);
}

std::optional<Dictionary> read_dictionary(const std::string& language, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!std::getline(file, line)) {
    std::cerr << path << ": cannot be read\n";
    return std::nullopt;
  }
  const std::string charset = line.substr(0, line.find_first_of("\r\n"));
  const Decoder decoder(charset);
  if (!decoder.known()) {
    std::cerr << path << ": unknown character set '" << charset << "'\n";
    return std::nullopt;
  }
  Dictionary dictionary;
  dictionary.language = language;
  Patterns* level = &dictionary.levels[0];
  while (std::getline(file, line)) {
    if (line.empty() || line.size() > kLongestLine || line[0] == '%' || line[0] == '#') continue;
    if (line.starts_with("NEXTLEVEL")) {
      level = &dictionary.levels[1];
    } else if (!read_keyword(dictionary, line, decoder)) {
      const auto text = decoder.decode(line);
      if (!text)
        std::cerr << path << ": left out, not valid " << charset << ": " << line << "\n";
      else if (text->find(U'/') != std::u32string::npos)
        ++dictionary.left_out;
      else
        add_pattern(*level, *text);
    }
  }
  if (level == &dictionary.levels[0]) {
    std::swap(dictionary.levels[0], dictionary.levels[1]);
    add_default_compounds(dictionary);
  }
  if (dictionary.left == 0) dictionary.left = 2;
  if (dictionary.right == 0) dictionary.right = 2;
  return dictionary;
}

/// Values of all patterns of a language, each sequence once.
class ValuePool {
 public:
  std::uint32_t add(const std::string& digits) {
    if (digits.empty()) return 0;
    const auto [known, is_new] = places_.try_emplace(digits, static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) {
      bytes_.push_back(static_cast<std::uint32_t>(digits.size()));
      for (const char digit : digits) bytes_.push_back(static_cast<std::uint32_t>(digit - '0'));
    }
    return known->second;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& bytes() const { return bytes_; }

 private:
  std::map<std::string, std::uint32_t> places_;
  std::vector<std::uint32_t> bytes_{0};  // index 0 means: no values
};

struct TrieNode {
  std::uint32_t values = 0;
  std::map<std::uint32_t, std::size_t> children;  // label -> index
  bool operator<(const TrieNode& other) const {
    return std::tie(values, children) < std::tie(other.values, other.children);
  }
};

std::vector<TrieNode> make_trie(const Patterns& patterns, const std::u32string& alphabet, ValuePool& pool) {
  std::vector<TrieNode> trie(1);
  for (const auto& [letters, digits] : patterns) {
    std::size_t node = 0;
    for (const char32_t letter : letters) {
      const auto label = static_cast<std::uint32_t>(alphabet.find(letter) + 1);
      const auto [child, is_new] = trie[node].children.try_emplace(label, trie.size());
      node = child->second;
      if (is_new) trie.emplace_back();
    }
    trie[node].values = pool.add(digits);
  }
  return trie;
}

/// For each node the first node with the same branches. Children come after their parents, so one pass backwards does.
std::vector<std::size_t> share_branches(std::vector<TrieNode>& trie) {
  std::vector<std::size_t> shared(trie.size());
  std::map<TrieNode, std::size_t> known;
  for (std::size_t i = trie.size(); i-- > 0;) {
    for (auto& [label, child] : trie[i].children) child = shared[child];
    shared[i] = known.try_emplace(trie[i], i).first->second;
  }
  return shared;
}

std::vector<std::uint32_t> as_words(const Patterns& patterns, const std::u32string& alphabet, ValuePool& pool) {
  std::vector<TrieNode> trie = make_trie(patterns, alphabet, pool);
  const std::vector<std::size_t> shared = share_branches(trie);
  std::vector<std::uint32_t> place(trie.size());
  std::uint32_t size = 0;
  for (std::size_t i = 0; i < trie.size(); ++i) {
    if (shared[i] != i) continue;
    place[i] = size;
    size += 1 + static_cast<std::uint32_t>(trie[i].children.size());
  }
  std::vector<std::uint32_t> words;
  words.reserve(size);
  for (std::size_t i = 0; i < trie.size(); ++i) {
    if (shared[i] != i) continue;
    words.push_back(trie[i].values << 8 | static_cast<std::uint32_t>(trie[i].children.size()));
    for (const auto& [label, child] : trie[i].children) words.push_back(label << 24 | place[child]);
  }
  return words;
}

std::u32string alphabet_of(const Dictionary& dictionary) {
  std::u32string alphabet = U".";
  for (const Patterns& level : dictionary.levels)
    for (const auto& [letters, digits] : level) alphabet += letters;
  std::sort(alphabet.begin(), alphabet.end());
  alphabet.erase(std::unique(alphabet.begin(), alphabet.end()), alphabet.end());
  return alphabet;
}

/// The letters as values, and a zero, since an array may not be empty.
std::vector<std::uint32_t> with_zero(const std::u32string& letters) {
  std::vector<std::uint32_t> values(letters.begin(), letters.end());
  values.push_back(0);
  return values;
}

void write_array(std::ostream& out, const std::string& type, const std::string& name,
                 const std::vector<std::uint32_t>& values) {
  out << "constexpr " << type << " " << name << "[] = {";
  for (std::size_t i = 0; i < values.size(); ++i) out << (i % 24 == 0 ? "\n" : "") << values[i] << ",";
  out << "};\n";
}

/// Writes the arrays of one language and gives the line that makes them a HyphenationTable; nothing if they do not fit.
std::optional<std::string> write_language(std::ostream& out, const Dictionary& dictionary, std::size_t number) {
  const std::u32string alphabet = alphabet_of(dictionary);
  ValuePool pool;
  const std::vector<std::uint32_t> compounds = as_words(dictionary.levels[0], alphabet, pool);
  const std::vector<std::uint32_t> patterns = as_words(dictionary.levels[1], alphabet, pool);
  if (alphabet.size() > kMostLetters || alphabet.back() > 0xFFFF || pool.bytes().size() > kMostWords ||
      std::max(compounds.size(), patterns.size()) > kMostWords) {
    std::cerr << dictionary.language << ": the dictionary is too large for the table's format\n";
    return std::nullopt;
  }
  const std::string suffix = std::to_string(number);
  write_array(out, "char16_t", "kAlphabet" + suffix, with_zero(alphabet));
  write_array(out, "char16_t", "kUndivided" + suffix, with_zero(dictionary.undivided));
  write_array(out, "std::uint32_t", "kCompounds" + suffix, compounds);
  write_array(out, "std::uint32_t", "kPatterns" + suffix, patterns);
  write_array(out, "std::uint8_t", "kValues" + suffix, pool.bytes());
  std::cout << dictionary.language << ": " << (compounds.size() + patterns.size()) * 4 + pool.bytes().size()
            << " bytes of hyphenation patterns";
  if (dictionary.left_out > 0) std::cout << ", " << dictionary.left_out << " that change the spelling left out";
  std::cout << "\n";
  return "    {\"" + dictionary.language + "\", {kAlphabet" + suffix + ", " + std::to_string(alphabet.size()) +
         "}, {kUndivided" + suffix + ", " + std::to_string(dictionary.undivided.size()) + "}, kCompounds" + suffix +
         ", kPatterns" + suffix + ", kValues" + suffix + ", " + std::to_string(dictionary.left) + ", " +
         std::to_string(dictionary.right) + ", " + std::to_string(dictionary.compound_left) + ", " +
         std::to_string(dictionary.compound_right) + "},\n";
}

bool write_tables(std::ostream& out, const std::vector<Dictionary>& dictionaries) {
  out << "// Made by compile_patterns.\n#include \"text/hyphenation_table.h\"\n\nnamespace galley {\nnamespace {\n";
  std::string tables;
  for (std::size_t i = 0; i < dictionaries.size(); ++i) {
    const auto table = write_language(out, dictionaries[i], i);
    if (!table) return false;
    tables += *table;
  }
  if (!tables.empty()) out << "constexpr HyphenationTable kTables[] = {\n" << tables << "};\n";
  out << "}  // namespace\n\nstd::span<const HyphenationTable> hyphenation_tables() { return "
      << (tables.empty() ? "{}" : "kTables") << "; }\n\n}  // namespace galley\n";
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: compile_patterns OUT [LANGUAGE=DICTIONARY]...\n";
    return 2;
  }
  std::vector<Dictionary> dictionaries;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos) continue;
    auto dictionary = read_dictionary(argument.substr(0, equals), argument.substr(equals + 1));
    if (!dictionary) return 1;
    dictionaries.push_back(std::move(*dictionary));
  }
  std::sort(dictionaries.begin(), dictionaries.end(),
            [](const Dictionary& a, const Dictionary& b) { return a.language < b.language; });
  std::ofstream out(argv[1], std::ios::binary);
  if (write_tables(out, dictionaries)) return 0;
  std::cerr << argv[1] << ": cannot be written\n";
  return 1;
}
