// Bibliographies within a CV:
//
//   Publications: papers.bib                     # all of its entries, in the file's order
//   Selected:                                    # some, with fields of one's own
//     from: papers.bib                           # or a list of files
//     entries: [ho2022, {key: gao2021, award: Oral}, {title: …, authors: …}]
//   Others: {from: papers.bib, except: Selected} # what no entry of that section names
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "exchange/bib.h"
#include "source/node.h"
#include "source/source.h"
#include "source/workspace.h"

namespace galley {

/// An entry of kind "publication", with the places of the fields that it is made of; of kind "normal" when it has no author.
Node publication_of(const BibEntry& entry, Diagnostics& diagnostics);

/// The tree with its bibliographies read and put in; files are looked for from `folder`, which is empty or ends in '/'. Sections that
/// name none stay as they are.
Node with_bibliographies(Node root, const std::string& folder, Workspace& workspace, SourceMap& sources, Diagnostics& diagnostics);

}  // namespace galley
