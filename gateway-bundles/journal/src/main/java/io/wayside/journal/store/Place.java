// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

/**
 * A record's key in the database: stream number and sequence in one integer, so that a stream lies
 * together in the table itself and a commit of one record touches one page of it.
 */
final class Place {

  private static final int SEQUENCE_BITS = 40;

  /** The highest sequence, about 10^12: 35,000 years at one record a second. */
  static final long LAST_SEQUENCE = (1L << SEQUENCE_BITS) - 1;

  private Place() {}

  static long of(int stream, long sequence) {
    return ((long) stream << SEQUENCE_BITS) | sequence;
  }

  static int stream(long place) {
    return (int) (place >>> SEQUENCE_BITS);
  }

  static long sequence(long place) {
    return place & LAST_SEQUENCE;
  }
}
