// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.office.BackOffice;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.TagDesk;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What an office at work stands on.
 *
 * @param id of its component
 * @param office where records are posted
 * @param desk where questions are answered
 * @param streams those whose records are posted
 * @param asksAtOnce questions under way at most
 * @param jitter of the moments at which is tried again
 */
public record OfficeParts(
    String id,
    BackOffice office,
    TagDesk desk,
    PostingRules rules,
    Predicate<String> streams,
    int asksAtOnce,
    Journal journal,
    ProvenanceSource provenance,
    TimeSource time,
    RandomGenerator jitter) {

  /** Under this name the journal keeps what the office has settled. */
  public String destination() {
    return "toll-office." + id;
  }

  /** The stream of what the office refused. */
  public String stream() {
    return "toll-office." + id;
  }
}
