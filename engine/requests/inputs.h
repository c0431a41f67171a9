// Stages 0 to 3: what a request names is read here and nowhere else.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cv/cv.h"
#include "requests/session.h"

namespace galley {

/// A CV's file as it was read, with all the versions that it has; the value is its tree in our own format.
struct CvTree : Reading<Node> {
  std::string path;   ///< as the request names it; pictures and fonts lie beside it
  std::string bytes;
  bool is_whole = true;  ///< the file says all of it and nothing else, as YAML
};

/// A version of a CV, for one or several layouts.
struct CvReading : Reading<Cv> {
  std::shared_ptr<const Kinds> kinds;  ///< of the layout, as in LayoutReading: the CV may not be used with a layout that has others
  std::optional<Node> node;  ///< of the version that the request asks for
  bool is_whole = true;      ///< its file says all of it and nothing else
  std::string layout;        ///< what its variant asks for; empty: nothing
  std::size_t pages = 0;     ///< the same; 0: nothing
  std::string path;   ///< as the request names it; pictures and fonts lie beside it
  std::string bytes;  ///< of its file
};

/// Where a CV's bytes are if not in the file that the request names, as with data from inside a PDF.
struct GivenData {
  std::string name, bytes;
};

/// The request's CV with its pictures, without what is private unless the request asks for it.
CvReading read_cv_of(Shared& shared, const Request& request);
/// Both halves of it, for who wants several versions.
CvTree read_cv_tree(Shared& shared, const Request& request);
CvReading read_version(Shared& shared, const Request& request, CvTree tree);
/// The same from `data`, in which a grey square stands for each picture that is missing: pictures do not come with data.
CvReading read_given_cv(Shared& shared, const Request& request, const GivenData& data);

/// What there is to choose from in a CV.
struct CvVersions {
  std::vector<std::string> variants, languages;
};
CvVersions versions_in(const Node& root);
/// nullopt with an error.
std::optional<CvVersions> versions_of(Session& session, const Request& request);

/// The name or path of the layout that counts.
std::string layout_name(const Request& request, const CvReading& cv);

/// Everything stages 0 to 3 give.
struct Inputs {
  std::string layout_name;
  Cv cv;
  Layout layout;
  Language language;
  bool keeps_flow = false;  ///< what flowing gave is kept beside the pages, for who wants to look at it
  StageTimes* timings = nullptr;  ///< as in Request
  std::function<bool()> goes_on = {};  ///< asked on the way; false: nobody wants the document any more. Empty: it goes on
};

/// A CV and a layout put together, with what the request says of pages and print. The session takes over their sources and
/// messages.
std::optional<Inputs> combine(Session& session, const Request& request, const CvReading& cv, const LayoutReading& layout);
/// All of it.
std::optional<Inputs> read_inputs(Session& session, const Request& request);

/// An error for each folder for fonts that the request names and that is not there.
void check_font_folders(Session& session, const Request& request);

/// Folders to look for fonts in: the ones asked for, then `fonts` beside the data.
std::vector<std::string> font_folders(const Request& request);

}  // namespace galley
