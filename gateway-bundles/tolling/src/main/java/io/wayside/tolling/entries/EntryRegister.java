// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import io.wayside.tolling.fare.Entries;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/** Who is in, for all lanes of a gateway. Asked and told by several threads; answers at once. */
public interface EntryRegister {

  /** Whether it knows what the journal says; before that its answers are worth nothing. */
  boolean isReady();

  /** Whether a tag may come in. */
  Entries.Answer mayEnter(TagNumber tag);

  /** Where a tag came in that has not left. */
  Optional<KnownEntry> openOf(TagNumber tag);

  /** A lane of this gateway has put it on record. */
  void crossed(Crossing crossing);
}
