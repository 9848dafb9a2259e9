// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which alarms are open, from records of kind {@code alarm/1}. */
public final class AlarmBoard {

  static final String KIND = "alarm/1";

  /** Alarms remembered, open or cleared; the one heard of longest ago gives way. */
  static final int MOST = 1_000;

  private final Map<Key, Change> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Change> eldest) {
          return size() > MOST;
        }
      };

  private record Key(String gateway, String source, String code) {}

  private record Change(StoredRecord record, boolean raised) {}

  /** For a start: what the store knows. */
  public void fillFrom(Store store) throws StoreFailed {
    store.latest(MOST, KIND).forEach(this::see);
  }

  /** Takes note of an alarm; other records mean nothing here. */
  public synchronized void see(StoredRecord record) {
    if (!record.kind().equals(KIND)) {
      return;
    }
    Value.Fields body = body(record);
    Key key = new Key(record.id().gateway(), text(body, "source"), text(body, "code"));
    Change before = latest.get(key);
    if (before != null && before.record.id().sequence() > record.id().sequence()) {
      return; // a late one; what came before it is newer
    }
    latest.remove(key);
    latest.put(key, new Change(record, !text(body, "change").equals("cleared")));
  }

  /** The records that raised them, oldest first. */
  public synchronized List<StoredRecord> open() {
    return latest.values().stream().filter(Change::raised).map(Change::record).toList();
  }

  private static Value.Fields body(StoredRecord record) {
    try {
      return Json.read(record.payload()).root() instanceof Value.Fields fields
              && fields.get("body") instanceof Value.Fields body
          ? body
          : new Value.Fields(Map.of());
    } catch (GarbledData neverStored) {
      throw new IllegalStateException("the store holds what is not a record", neverStored);
    }
  }

  private static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
