// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.contracts.Eventually;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static final long WITHIN = 300_000_000L;
  private static final TagQuestion QUESTION =
      new TagQuestion(new TagNumber("00a0", 16), "0017", "001", Instant.EPOCH);
  private static final TagAnswer NO = new TagAnswer(false, "no-money", Optional.empty());

  private final BenchOffice office = new BenchOffice();
  private final Questions questions = new Questions(office.parts());
  private final List<TagAnswer> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    questions.stop();
  }

  private static void until(String what, BooleanSupplier condition) {
    new Eventually(Duration.ofSeconds(60), () -> {}).until(what, condition);
  }

  private void ask() {
    questions.ask(QUESTION, WITHIN, heard::add);
  }

  private TagAnswer hang(TagQuestion question) throws OfficeTrouble {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new OfficeTrouble.Silent("nothing came");
  }

  @Test
  void anAnswerInTimeIsHandedOn() {
    assertThat(questions.isReachable()).as("nobody knows yet").isFalse();
    office.answering = question -> NO;
    ask();
    until("it is heard", () -> heard.equals(List.of(NO)));
    assertThat(questions.isReachable()).isTrue();
    assertThat(questions.trouble()).isEmpty();
    assertThat(questions.counts()).isEqualTo(new Questions.Counts(1, 1, 0, 0, 0));
  }

  @Test
  void anAnswerThatTakesLongerIsDropped() {
    office.answering =
        question -> {
          office.nanos.addAndGet(WITHIN + 1);
          return NO;
        };
    for (int i = 0; i < 3; i++) {
      long late = i + 1L;
      ask();
      until("it is counted", () -> questions.counts().late() == late);
    }
    assertThat(heard).isEmpty();
    assertThat(questions.isReachable()).isFalse();
    until("it says why", () -> questions.trouble().contains("later than the lane waits"));
  }

  @Test
  void anOfficeThatHangsTakesNoMoreThreadsThanThereAre() {
    office.answering = this::hang;
    for (int i = 0; i < 50; i++) {
      ask(); // returns at once, or this test would not end
    }
    until("two are under way", () -> office.asked.get() == 2);
    assertThat(questions.counts().asked()).isEqualTo(50);
    assertThat(questions.counts().unasked()).isEqualTo(50 - 2 - 4);
    office.nanos.addAndGet(WITHIN);
    end.countDown();
    until("the rest is not asked any more", () -> questions.counts().unasked() == 48);
    until("two were silent", () -> questions.counts().silent() == 2);
    assertThat(office.asked.get()).isEqualTo(2);
  }

  @Test
  void silenceEndsTheAskingAndASignOfLifeBeginsItAnew() {
    questions.look();
    ask();
    until("it answers", () -> heard.size() == 1);
    office.away = true;
    office.answering =
        question -> {
          throw new OfficeTrouble.Silent("nothing came");
        };
    for (int i = 0; i < 3; i++) {
      assertThat(questions.isReachable()).isTrue();
      long silent = i + 1L;
      ask();
      until("it is counted", () -> questions.counts().silent() == silent);
    }
    until("it is given up", () -> !questions.isReachable());
    until("it says why", () -> questions.trouble().equals("nothing came"));
    int before = office.probed.get();
    questions.look();
    assertThat(office.probed.get()).as("not yet").isEqualTo(before);
    office.nanos.addAndGet(1_000_000_000L);
    questions.look();
    assertThat(office.probed.get()).isEqualTo(before + 1);
    assertThat(questions.trouble()).contains("away");
    office.away = false;
    office.nanos.addAndGet(2_000_000_000L);
    questions.look();
    assertThat(questions.isReachable()).isTrue();
    assertThat(questions.trouble()).isEmpty();
  }

  @Test
  void anIdleOfficeIsLookedAfter() {
    questions.look();
    office.nanos.addAndGet(10_000_000_000L);
    questions.look();
    assertThat(office.probed.get()).isEqualTo(2);
    office.away = true;
    for (int i = 0; i < 4; i++) {
      office.nanos.addAndGet(10_000_000_000L);
      questions.look();
    }
    assertThat(questions.isReachable()).isFalse();
  }

  @Test
  void aFaultOfTheSoftwareIsSilence() {
    office.answering =
        question -> {
          throw new IllegalStateException("made up");
        };
    for (int i = 0; i < 3; i++) {
      int asked = i + 1;
      ask();
      until("it is asked", () -> office.asked.get() == asked);
    }
    until("it says so", () -> questions.trouble().contains("fault"));
  }
}
