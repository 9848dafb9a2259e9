// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import io.wayside.core.record.JournalRecord;
import java.util.List;

/**
 * A passage and what belongs to it.
 *
 * @param number as drivers know it
 * @param related its grant and its corrections, in the order of their numbers
 * @param pictures which of its pictures are in the pack, by their hash
 * @param proofHolds what the check of the proof came to
 */
public record Complaint(
    JournalRecord record,
    String number,
    List<JournalRecord> related,
    List<String> pictures,
    boolean proofHolds) {

  public Complaint {
    related = List.copyOf(related);
    pictures = List.copyOf(pictures);
  }
}
