// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.StoredRecord;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {

  private final AlarmBoard board = new AlarmBoard();

  private static StoredRecord alarm(long number, String code, Alarm.Change change) {
    Alarm alarm =
        new Alarm("device.scale-1", code, Alarm.Severity.MAJOR, change, "look at the cable");
    JournalRecord record =
        Samples.record("gw-1", "alarms", number, Samples.ORIGIN, Alarm.KIND, alarm.toValue());
    return new StoredRecord(
        number,
        record.id(),
        record.kind().toString(),
        record.occurred().wall(),
        Samples.NOON,
        record.previousHash(),
        record.hash(),
        Samples.json(record));
  }

  @Test
  void anAlarmIsOpenFromRaisedToCleared() {
    board.see(alarm(1, "link-down", Alarm.Change.RAISED));
    board.see(alarm(2, "zero-off", Alarm.Change.RAISED));
    board.see(alarm(3, "link-down", Alarm.Change.CLEARED));
    assertThat(board.open()).extracting(r -> r.id().sequence()).containsExactly(2L);
  }

  @Test
  void aLateRecordDoesNotUndoANewerOne() {
    board.see(alarm(5, "link-down", Alarm.Change.CLEARED));
    board.see(alarm(4, "link-down", Alarm.Change.RAISED));
    assertThat(board.open()).isEmpty();
  }

  @Test
  void otherRecordsMeanNothing() {
    JournalRecord weighing = Samples.chain("gw-1", "s", 1).get(0);
    board.see(
        new StoredRecord(
            1, weighing.id(), "weighing/1", Samples.NOON, Samples.NOON, "", "", "not even JSON"));
    assertThat(board.open()).isEmpty();
  }

  @Test
  void onlySoManyAreRemembered() {
    for (int i = 1; i <= AlarmBoard.MOST + 10; i++) {
      board.see(alarm(i, "code-" + i, Alarm.Change.RAISED));
    }
    assertThat(board.open()).hasSize(AlarmBoard.MOST);
  }
}
