// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

/** Field numbers of Kura's payload (proto2); the test vectors came from Kura itself. */
final class KuraFields {

  /** Of the payload; 3 to 4999 are free for extensions. */
  static final int TIMESTAMP = 1;

  static final int POSITION = 2;
  static final int METRIC = 5000;
  static final int BODY = 5001;

  /** Of a metric; the field of the value is the type's number and three. */
  static final int NAME = 1;

  static final int TYPE = 2;
  static final int FIRST_VALUE = 3;

  /** Types of a metric. */
  static final int FLOAT64 = 0;

  static final int FLOAT32 = 1;
  static final int INT64 = 2;
  static final int INT32 = 3;
  static final int TRUTH = 4;
  static final int TEXT = 5;
  static final int BYTES = 6;

  /** Of a position. */
  static final int LATITUDE = 1;

  static final int LONGITUDE = 2;
  static final int ALTITUDE = 3;
  static final int PRECISION = 4;
  static final int HEADING = 5;
  static final int SPEED = 6;
  static final int FIX_TIMESTAMP = 7;
  static final int SATELLITES = 8;
  static final int STATUS = 9;

  private KuraFields() {}
}
