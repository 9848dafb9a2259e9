// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import io.wayside.core.data.Json;
import io.wayside.rig.central.store.StoredRecord;
import java.util.List;
import java.util.stream.Collectors;

/** Records as JSON text. The payload was read strictly when it came, so it is put in as it is. */
final class RecordJson {

  private RecordJson() {}

  static String of(StoredRecord record) {
    return "{\"arrival\":"
        + record.arrival()
        + ",\"received\":\""
        + record.received()
        + "\",\"record\":"
        + record.payload()
        + "}";
  }

  static String of(List<StoredRecord> records) {
    return records.stream().map(RecordJson::of).collect(Collectors.joining(",", "[", "]"));
  }

  /** The situation with its alarms and, when given, further members. */
  static String of(Situation situation, String furtherMembers) {
    String head = Json.write(situation.toValue());
    return head.substring(0, head.length() - 1)
        + ",\"alarms\":"
        + of(situation.alarms())
        + furtherMembers
        + "}";
  }
}
