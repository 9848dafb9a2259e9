// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Names;

/** The topics of one gateway: {@code way/v1/{tenant}/{gateway}/…}. */
public record Topics(String tenant, String gateway) {

  private static final String ROOT = "way/v1/";

  public Topics {
    Names.require("tenant", tenant);
    Names.require("gateway", gateway);
  }

  /** Where a record goes: by kind, then by stream. */
  public String of(JournalRecord record) {
    return ROOT + tenant + "/" + gateway + "/" + record.kind().name() + "/" + record.id().stream();
  }

  /** Where several records go as one message. */
  public String batch() {
    return ROOT + tenant + "/" + gateway + "/batch";
  }

  /** Birth and will; retained. */
  public String status() {
    return ROOT + tenant + "/" + gateway + "/status";
  }
}
