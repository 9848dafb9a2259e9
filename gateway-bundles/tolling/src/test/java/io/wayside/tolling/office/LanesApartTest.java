// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.shift.RandomLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One lane's trouble is its own; and what an earlier session sent is not sent again. */
class LanesApartTest {

  private static final PostingRules RULES =
      new PostingRules(20, 10, 1_000, 1_000, Duration.ofSeconds(2), Duration.ofMinutes(5));

  private final ListedOutbox outbox = new ListedOutbox();
  private final List<String> posted = new ArrayList<>();
  private final Set<String> has = new HashSet<>();
  private final Set<String> refusing = new HashSet<>();
  private boolean choking;
  private int statuses;
  private long now;

  private final BackOffice office =
      new BackOffice() {
        @Override
        public List<Settled> post(LaneRange range) throws OfficeTrouble {
          if (refusing.contains(range.stream())) {
            throw new OfficeTrouble.Unavailable("this lane is refused");
          }
          range.records().forEach(record -> posted.add(record.id().toString()));
          range.records().forEach(record -> has.add(record.id().toString()));
          if (choking) {
            throw new OfficeTrouble.Silent("the answer was lost");
          }
          return said(range, Settled.Verdict.ACCEPTED);
        }

        @Override
        public List<Settled> status(LaneRange range) {
          statuses++;
          return said(range, Settled.Verdict.DUPLICATE).stream()
              .filter(one -> has.contains("gate-7/" + range.stream() + "/" + one.number()))
              .toList();
        }

        @Override
        public ListAnswer list(ListQuestion question) {
          throw new UnsupportedOperationException("no list here");
        }
      };

  private static final class Unheard implements OfficeNews {
    @Override
    public void rejected(JournalRecord record, String reason) throws JournalException {
      throw new JournalException.Unavailable("the disk is gone");
    }

    @Override
    public void troubled(String stream, OfficeTrouble trouble, int failures) {}
  }

  private static List<Settled> said(LaneRange range, Settled.Verdict verdict) {
    return range.records().stream()
        .map(record -> new Settled(record.id().sequence(), verdict, "why"))
        .toList();
  }

  private Poster poster() {
    return new Poster(outbox.source(), office, RULES, new Unheard(), new Random(1), now);
  }

  private void write(String lane, int many, long seed) {
    outbox.all.addAll(new RandomLane(seed, lane).write(many, 0));
  }

  private void turns(Poster poster, int most) throws JournalException {
    for (int turn = 0; turn < most && outbox.backlog() > 0; turn++) {
      now = Math.max(now + 1, poster.turn(now));
    }
  }

  private long waitingOf(String stream) {
    return outbox.all.stream()
        .filter(r -> r.id().stream().equals(stream) && !outbox.acknowledged.contains(r.id()))
        .count();
  }

  @Test
  void aLaneThatIsRefusedForLongHoldsUpNoOther() throws Exception {
    refusing.add("toll.lane-1");
    write("lane-1", 2_000, 1);
    write("lane-2", 500, 2);
    Poster poster = poster();
    turns(poster, 400);
    assertThat(waitingOf("toll.lane-2")).isZero();
    assertThat(waitingOf("toll.lane-1")).isGreaterThan(1_500);
    assertThat(poster.held()).as("in memory").isLessThanOrEqualTo(RULES.most());
    LaneStanding refused = poster.lanes().get(0);
    assertThat(refused.stream()).isEqualTo("toll.lane-1");
    assertThat(refused.waiting()).isGreaterThan(1_500);
    assertThat(refused.trouble()).contains("refused");
    assertThat(refused.failures()).isGreaterThan(3);
  }

  @Test
  void whatHadNoRoomIsPostedInItsOrderWhenTheLaneIsTakenAgain() throws Exception {
    refusing.add("toll.lane-1");
    write("lane-1", 300, 3);
    Poster poster = poster();
    turns(poster, 20);
    refusing.clear();
    turns(poster, 10_000);
    assertThat(outbox.backlog()).isZero();
    assertThat(posted.stream().filter(id -> id.contains("toll.lane-1/")).toList())
        .isEqualTo(
            outbox.all.stream()
                .filter(r -> r.id().stream().equals("toll.lane-1"))
                .filter(r -> has.contains(r.id().toString()))
                .map(r -> r.id().toString())
                .toList())
        .doesNotHaveDuplicates();
    assertThat(outbox.reads).isGreaterThan(100);
  }

  @Test
  void whatAnEarlierSessionSentIsAskedForAndNotSentAgain() throws Exception {
    write("lane-1", 200, 5);
    Poster first = poster();
    turns(first, 8);
    // The process dies when the office has it all and this side knows nothing of it.
    List<String> sent = List.copyOf(posted);
    outbox.acknowledged.clear();
    turns(poster(), 1_000);
    assertThat(outbox.backlog()).isZero();
    assertThat(sent).isNotEmpty();
    assertThat(posted).doesNotHaveDuplicates().containsAll(sent);
  }

  @Test
  void anAnswerThatIsLostInTheMiddleOfASessionIsNoneOfTheNextOnesWorries() throws Exception {
    write("lane-1", 40, 6);
    choking = true;
    Poster first = poster();
    first.turn(now);
    now = first.turn(now + 1); // asked, then posted, and the answer is lost
    choking = false;
    turns(poster(), 1_000);
    assertThat(posted).isNotEmpty().doesNotHaveDuplicates();
    assertThat(outbox.backlog()).isZero();
  }

  @Test
  void anOfficeThatHasNothingIsAskedOncePerLane() throws Exception {
    write("lane-1", 100, 7);
    write("lane-2", 100, 8);
    turns(poster(), 1_000);
    assertThat(statuses).isEqualTo(2);
  }

  @Test
  void itIsKnownUpToWhichNumberNothingWaits() throws Exception {
    write("lane-1", 60, 9);
    JournalRecord first = outbox.all.get(0);
    outbox.acknowledge(first.id());
    long wantedFrom = outbox.all.get(1).id().sequence();
    refusing.add("toll.lane-1");
    Poster poster = poster();
    poster.turn(0);
    assertThat(poster.settledThrough()).containsEntry("toll.lane-1", wantedFrom - 1);
    assertThat(poster.hasReadAll()).isTrue();
    refusing.clear();
    now = 1;
    turns(poster, 1_000);
    long last =
        outbox.all.stream()
            .filter(r -> has.contains(r.id().toString()))
            .mapToLong(r -> r.id().sequence())
            .max()
            .orElseThrow();
    assertThat(poster.settledThrough()).containsEntry("toll.lane-1", last);
    assertThat(poster.tally().accepted()).isEqualTo(has.size());
  }

  @Test
  void otherStreamsThanThoseThatAreNamedAreNotPosted() throws Exception {
    write("lane-1", 30, 10);
    write("lane-2", 30, 11);
    PostingSource source =
        new PostingSource(outbox, outbox::read, stream -> stream.equals("toll.lane-2"));
    Poster poster = new Poster(source, office, RULES, new Unheard(), new Random(1), now);
    turns(poster, 1_000);
    assertThat(outbox.backlog()).as("nothing is kept for this office").isZero();
    assertThat(posted).isNotEmpty().allMatch(id -> id.contains("/toll.lane-2/"));
  }

  @Test
  void aRejectionThatIsNotOnRecordIsNotAcknowledged() throws Exception {
    write("lane-1", 20, 12);
    BackOffice strict =
        new BackOffice() {
          @Override
          public List<Settled> post(LaneRange range) {
            return said(range, Settled.Verdict.REJECTED);
          }

          @Override
          public List<Settled> status(LaneRange range) {
            return List.of();
          }

          @Override
          public ListAnswer list(ListQuestion question) {
            throw new UnsupportedOperationException("no list here");
          }
        };
    Poster poster = new Poster(outbox.source(), strict, RULES, new Unheard(), new Random(1), 0);
    poster.turn(0);
    long before = outbox.backlog();
    assertThatThrownBy(() -> poster.turn(1)).isInstanceOf(JournalException.Unavailable.class);
    assertThat(outbox.backlog()).isEqualTo(before).isPositive();
  }
}
