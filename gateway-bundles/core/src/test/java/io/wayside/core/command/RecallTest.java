// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A second gate stands for the process after a restart. */
class RecallTest {

  private final GateFixture before = new GateFixture();
  private final GateFixture after = new GateFixture();

  /** As the journal gives them back: through canonical bytes, in which keys are sorted. */
  private static List<JournalRecord> kept(List<Draft> audits) throws Exception {
    List<JournalRecord> records = new ArrayList<>();
    for (Draft audit : audits) {
      records.add(
          new JournalRecord(
              new RecordId("gw-1", audit.stream(), records.size() + 1L),
              audit.kind(),
              audit.importance(),
              audit.occurred(),
              audit.provenance(),
              (Value.Fields) Cbor.decode(Cbor.encode(audit.body())),
              List.of(),
              "0".repeat(64),
              "1".repeat(64)));
    }
    return records;
  }

  private void restart() throws Exception {
    after.recall(kept(before.audits()));
  }

  private static String code(CommandResult result) {
    return ((Refused) result).code();
  }

  @Test
  void whatWasCarriedOutBeforeIsNotCarriedOutAgainAndTheFirstAnswerIsGiven() throws Exception {
    Command command =
        before.withArguments("c-1", Value.Fields.with("z", 1.0).and("a", 2).and("t", true).build());
    CommandResult first = before.submit(command);
    assertThat(first).isInstanceOf(Done.class);
    restart();
    assertThat(after.submit(command)).isEqualTo(first);
    assertThat(after.handled()).isEmpty();
    assertThat(after.lastAudit().body().get("outcome")).isEqualTo(new Value.Text("repeated"));
  }

  @Test
  void whatFailedBeforeHasFailedStill() throws Exception {
    before.handlerAnswers(new Failed("stuck", "the barrier does not move"));
    CommandResult first = before.submit(before.command("c-1"));
    restart();
    assertThat(after.submit(before.command("c-1"))).isEqualTo(first);
    assertThat(after.handled()).isEmpty();
  }

  @Test
  void anotherWishUnderTheSameIdIsRefused() throws Exception {
    before.submit(before.command("c-1"));
    restart();
    assertThat(code(after.submit(before.command("c-1", GateFixture.TARGET, "watch"))))
        .isEqualTo("id-reused");
    assertThat(after.handled()).isEmpty();
  }

  @Test
  void whatWasRefusedIsJudgedAnew() throws Exception {
    Command command = before.command("c-1", "not.there", "operate");
    before.submit(command);
    restart();
    assertThat(code(after.submit(command))).isEqualTo("unknown-target");
    Command permitted = before.command("c-2");
    before.handlerAnswers(new Refused("busy", "later"));
    before.submit(permitted);
    GateFixture third = new GateFixture();
    third.recall(kept(before.audits()));
    assertThat(third.submit(permitted)).isInstanceOf(Done.class);
  }

  @Test
  void aRepetitionDoesNotHideTheFirstResult() throws Exception {
    CommandResult first = before.submit(before.command("c-1"));
    before.submit(before.command("c-1"));
    restart();
    assertThat(after.submit(before.command("c-1"))).isEqualTo(first);
    assertThat(after.handled()).isEmpty();
  }

  @Test
  void anAnswerTooLargeToBeKeptIsSaidToBeMissing() throws Exception {
    before.handlerAnswers(new Done(Value.Fields.with("all", "x".repeat(20_000)).build()));
    before.submit(before.command("c-1"));
    assertThat(Cbor.encode(before.lastAudit().body()).length).isLessThan(2000);
    restart();
    assertThat(after.submit(before.command("c-1")))
        .isEqualTo(new Done(Value.Fields.with("answerKept", false).build()));
  }

  @Test
  void whatTheProcessKnowsItselfStays() throws Exception {
    CommandResult own = after.submit(after.command("c-1", GateFixture.TARGET, "watch"));
    before.submit(before.command("c-1"));
    restart();
    assertThat(after.submit(after.command("c-1", GateFixture.TARGET, "watch"))).isEqualTo(own);
  }

  @Test
  void moreThanCanBeRememberedIsStillNotDoneTwice() throws Exception {
    for (int i = 0; i < CommandGate.REMEMBERED + 50; i++) {
      before.submit(before.command("c-" + i));
    }
    restart();
    for (int i = 0; i < CommandGate.REMEMBERED + 50; i++) {
      after.submit(before.command("c-" + i));
    }
    assertThat(after.handled()).isEmpty();
  }

  @Test
  void aRecordOfAnyOtherFormIsPassedOver() throws Exception {
    before.submit(before.command("c-1"));
    JournalRecord good = kept(before.audits()).get(0);
    Random random = new Random(5);
    List<String> names = List.copyOf(good.body().values().keySet());
    for (int i = 0; i < 2000; i++) {
      Map<String, Value> body = new LinkedHashMap<>(good.body().values());
      String name = names.get(random.nextInt(names.size()));
      if (random.nextBoolean()) {
        body.remove(name);
      } else {
        body.put(name, random.nextBoolean() ? new Value.Whole(i) : new Value.Text("x" + i));
      }
      after.recall(
          List.of(
              new JournalRecord(
                  good.id(),
                  good.kind(),
                  good.importance(),
                  good.occurred(),
                  good.provenance(),
                  new Value.Fields(body),
                  good.blobs(),
                  good.previousHash(),
                  good.hash())));
    }
    assertThat(after.submit(after.command("c-new"))).isInstanceOf(Done.class);
  }
}
