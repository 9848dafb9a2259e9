// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.Importance;

/**
 * A stream as far as it is committed; immutable, replaced at each commit.
 *
 * @param id its number in the database
 * @param name its name
 * @param importance that of the most important record it ever held
 * @param anchor the sequence before the first that is kept
 * @param anchorHash hash of the record at {@code anchor}, zeros where there was none
 * @param head the last sequence given out
 * @param headHash hash of the record at {@code head}, or what stands for it after a gap
 */
@SuppressWarnings("ArrayRecordComponent") // replaced whole; never compared
record StreamState(
    int id,
    String name,
    Importance importance,
    long anchor,
    byte[] anchorHash,
    long head,
    byte[] headHash) {

  StreamState advanced(long newHead, byte[] newHash, Importance recordImportance) {
    Importance most = recordImportance.compareTo(importance) < 0 ? recordImportance : importance;
    return new StreamState(id, name, most, anchor, anchorHash, newHead, newHash);
  }

  StreamState trimmed(long newAnchor, byte[] newAnchorHash) {
    return new StreamState(id, name, importance, newAnchor, newAnchorHash, head, headHash);
  }
}
