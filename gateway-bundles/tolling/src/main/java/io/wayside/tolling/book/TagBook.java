// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import io.wayside.tolling.tag.TagNumber;
import java.util.List;

/** What is known here about tags. Answers at once, from any thread, from lists that are whole. */
public interface TagBook {

  Finding find(TagNumber tag);

  /** Every list in force, so that its age can be watched. */
  List<ListInForce> inForce();
}
