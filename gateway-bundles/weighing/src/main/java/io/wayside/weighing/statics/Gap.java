// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import java.util.OptionalLong;

/**
 * A time in which the platform was not watched and no vehicle was on record: some may have passed.
 *
 * @param fromNanos the last moment up to which nothing was missed; empty when this boot has none
 * @param toNanos when watching began again
 * @param cause stable code, such as {@code silent} or {@code not-running}
 * @param detail for people
 */
public record Gap(OptionalLong fromNanos, long toNanos, String cause, String detail)
    implements Finding {

  @Override
  public long sinceNanos() {
    return fromNanos.orElse(toNanos);
  }
}
