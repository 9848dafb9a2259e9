// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

/** Damaged bytes next to each other are one damage, named after its beginning. */
final class DamageRun {

  private long at;
  private long bytes;
  private String what = "";

  void add(long place, long count, String why) {
    if (bytes == 0) {
      at = place;
      what = why;
    }
    bytes += count;
  }

  void end(RecordingSink sink) {
    if (bytes > 0) {
      Damage damage = new Damage(at, bytes, what);
      bytes = 0;
      sink.damaged(damage);
    }
  }
}
