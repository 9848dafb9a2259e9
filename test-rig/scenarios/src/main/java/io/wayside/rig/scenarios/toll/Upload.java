// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.scenarios.toll.office.Mischief;
import io.wayside.rig.scenarios.toll.office.MockBackOffice;
import io.wayside.tolling.office.FormedOffice;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.http.HttpCarrier;
import io.wayside.tolling.office.http.OfficeClient;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.work.OfficeParts;
import io.wayside.tolling.office.work.Posting;
import io.wayside.tolling.passage.Fields;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Posts what is in the books to an office over HTTP on the loopback, with the gateway's own poster.
 * Between its turns nobody waits.
 */
final class Upload implements AutoCloseable {

  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TURNS = 10_000;
  private static final Set<String> POSTED =
      Set.of("toll-passage", "toll-correction", "toll-violation", "toll-unproven");

  private final Books books;
  private final MockBackOffice mock;
  private final Posting posting;
  private volatile boolean doubling;

  Upload(Books books, TimeSource time) throws IOException {
    this.books = books;
    this.mock = new MockBackOffice(() -> doubling ? Mischief.DUPLICATE : Mischief.NONE);
    FormedOffice office =
        new FormedOffice(
            new IsoForm("VN-0017", "OFFICE"),
            new HttpCarrier(
                OfficeClient.of(PATIENCE, Optional.empty()), mock.address("json"), PATIENCE),
            () -> time.now().wall());
    this.posting =
        new Posting(
            new OfficeParts(
                "office",
                office,
                office,
                PostingRules.USUAL,
                stream -> stream.equals(Books.STREAM),
                1,
                books.journal(),
                () -> PROVENANCE,
                time,
                new Random(7)));
  }

  /** From now on each request arrives twice. */
  void doubling() {
    doubling = true;
  }

  /** Posts all there is; returns when nothing waits. */
  void post(long nanos) {
    long now = nanos;
    int turns = 0;
    do {
      now = Math.max(now + 1, posting.turn(now));
      if (++turns > MOST_TURNS) {
        throw new IllegalStateException("the upload does not end");
      }
    } while (posting.waiting() > 0 || turns < 2);
  }

  /** How often the office got what it had. */
  long twice() {
    return mock.account().duplicates();
  }

  /** What the office has counted otherwise than it stands in the journal. */
  Optional<String> fault() throws JournalException {
    long records = 0;
    long minor = 0;
    for (JournalRecord record : books.records()) {
      if (POSTED.contains(record.kind().name())) {
        records++;
        minor += new Fields(record.body()).member("fare").whole("minor").orElse(0L);
      }
    }
    long counted = mock.account().size(Books.STREAM);
    long sum = mock.account().sum(Books.STREAM);
    return counted == records && sum == minor && mock.account().outOfOrder() == 0
        ? Optional.empty()
        : Optional.of(
            "the office has %d records of %d, %d out of order, and %d of %d"
                .formatted(counted, records, mock.account().outOfOrder(), sum, minor));
  }

  @Override
  public void close() {
    posting.close();
    mock.close();
  }
}
