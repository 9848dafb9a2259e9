// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.shift.RandomLane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to the office after what it said, call by call. */
class ScriptedPosterTest {

  private static final PostingRules RULES =
      new PostingRules(50, 4, 1_000, 1_000, Duration.ofSeconds(2), Duration.ofSeconds(60));

  /** What the office does with one call. */
  private interface Step {
    List<Settled> answer(LaneRange range) throws OfficeTrouble;
  }

  private final List<String> calls = new ArrayList<>();
  private final List<String> news = new ArrayList<>();
  private final Deque<Step> script = new ArrayDeque<>();
  private final ListedOutbox outbox = new ListedOutbox();
  private long now;
  private boolean begun;

  /** What the office has before anything was posted. */
  private Step beforehand = range -> List.of();

  private final BackOffice office =
      new BackOffice() {
        @Override
        public List<Settled> post(LaneRange range) throws OfficeTrouble {
          return next("post", range);
        }

        @Override
        public List<Settled> status(LaneRange range) throws OfficeTrouble {
          if (!begun) {
            begun = true;
            return beforehand.answer(range);
          }
          return next("status", range);
        }

        private List<Settled> next(String what, LaneRange range) throws OfficeTrouble {
          calls.add(what + " " + place(range.first()) + "-" + place(range.last()));
          Step step = script.isEmpty() ? ScriptedPosterTest::accept : script.remove();
          return step.answer(range);
        }

        @Override
        public ListAnswer list(ListQuestion question) {
          throw new UnsupportedOperationException("no list here");
        }
      };

  private final OfficeNews listener =
      new OfficeNews() {
        @Override
        public void rejected(JournalRecord record, String reason) {
          news.add("rejected " + place(record.id().sequence()) + " " + reason);
        }

        @Override
        public void troubled(String stream, OfficeTrouble trouble, int failures) {
          news.add(trouble.getClass().getSimpleName() + " " + failures);
        }
      };

  /** Ten passages of one lane, told apart by their places 0 to 9. */
  @BeforeEach
  void tenPassages() {
    new RandomLane(14, "lane-2")
        .write(200, 0).stream()
            .filter(record -> record.kind().name().equals("toll-passage"))
            .limit(10)
            .forEach(outbox.all::add);
  }

  private int place(long number) {
    return outbox.all.stream().map(r -> r.id().sequence()).toList().indexOf(number);
  }

  private static List<Settled> accept(LaneRange range) {
    return settled(range, Settled.Verdict.ACCEPTED, range.records().size());
  }

  private static List<Settled> settled(LaneRange range, Settled.Verdict verdict, int first) {
    return range.records().stream()
        .limit(first)
        .map(record -> new Settled(record.id().sequence(), verdict, "why"))
        .toList();
  }

  private static List<Settled> silent(LaneRange range) throws OfficeTrouble {
    throw new OfficeTrouble.Silent("no answer for " + range.first());
  }

  private static List<Settled> away(LaneRange range) throws OfficeTrouble {
    throw new OfficeTrouble.Unavailable("away at " + range.first());
  }

  private void run() throws Exception {
    Poster poster = new Poster(outbox.source(), office, RULES, listener, new Random(1), 0);
    for (int turn = 0; turn < 50 && outbox.backlog() > 0; turn++) {
      now = Math.max(now + 1, poster.turn(now));
    }
    assertThat(outbox.backlog()).isZero();
  }

  @Test
  void goesOnRangeByRange() throws Exception {
    run();
    assertThat(calls).containsExactly("post 0-3", "post 4-7", "post 8-9");
    assertThat(news).isEmpty();
  }

  @Test
  void asksAfterSilenceAndGoesOnWhereTheOfficeHasIt() throws Exception {
    script.add(ScriptedPosterTest::silent);
    script.add(range -> settled(range, Settled.Verdict.DUPLICATE, 4));
    run();
    assertThat(calls).containsExactly("post 0-3", "status 0-3", "post 4-7", "post 8-9");
    assertThat(news).containsExactly("Silent 1");
  }

  @Test
  void sendsAgainOnlyFromTheFirstThatTheOfficeDoesNotHave() throws Exception {
    script.add(ScriptedPosterTest::silent);
    script.add(range -> settled(range, Settled.Verdict.DUPLICATE, 1));
    run();
    assertThat(calls).containsExactly("post 0-3", "status 0-3", "post 1-4", "post 5-8", "post 9-9");
  }

  @Test
  void goesOnAskingWhileTheOfficeIsSilentAndSendsNothing() throws Exception {
    for (int i = 0; i < 4; i++) {
      script.add(ScriptedPosterTest::silent);
    }
    run();
    assertThat(calls.subList(0, 5))
        .containsExactly("post 0-3", "status 0-3", "status 0-3", "status 0-3", "status 0-3");
    assertThat(news).startsWith("Silent 1", "Silent 2", "Silent 3", "Silent 4");
  }

  @Test
  void sendsTheSameAgainToAnOfficeThatTookNothing() throws Exception {
    script.add(ScriptedPosterTest::away);
    run();
    assertThat(calls).startsWith("post 0-3", "post 0-1", "post 2-5");
    assertThat(news).containsExactly("Unavailable 1");
    assertThat(now).isGreaterThanOrEqualTo(1_000_000_000L);
  }

  @Test
  void asksForTheRestOfAPartialAnswer() throws Exception {
    script.add(range -> settled(range, Settled.Verdict.ACCEPTED, 3));
    script.add(range -> List.of());
    run();
    assertThat(calls).startsWith("post 0-3", "status 3-3", "post 3-4", "post 5-8");
    assertThat(news).containsExactly("Silent 1");
  }

  @Test
  void aRejectedRecordIsToldAndDoesNotHoldUpTheOthers() throws Exception {
    script.add(
        range -> {
          List<Settled> said = new ArrayList<>(accept(range));
          said.set(1, new Settled(said.get(1).number(), Settled.Verdict.REJECTED, "no such tag"));
          return said;
        });
    run();
    assertThat(calls).containsExactly("post 0-3", "post 4-7", "post 8-9");
    assertThat(news).containsExactly("rejected 1 no such tag");
  }

  @Test
  void anAnswerInAnotherOrderIsAsGood() throws Exception {
    script.add(
        range -> {
          List<Settled> said = new ArrayList<>(accept(range));
          java.util.Collections.reverse(said);
          return said;
        });
    run();
    assertThat(calls).containsExactly("post 0-3", "post 4-7", "post 8-9");
  }
}
