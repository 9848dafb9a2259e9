// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says every two seconds how far it is. */
final class Progress {

  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final PrintStream to;
  private final LongSupplier nanos;
  private long said;
  private long records;

  Progress(PrintStream to, LongSupplier nanos) {
    this.to = to;
    this.nanos = nanos;
    this.said = nanos.getAsLong();
  }

  void add(long more) {
    records += more;
    if (nanos.getAsLong() - said >= EVERY_NANOS) {
      said = nanos.getAsLong();
      to.printf(Locale.ROOT, "%,d records read%n", records);
    }
  }
}
