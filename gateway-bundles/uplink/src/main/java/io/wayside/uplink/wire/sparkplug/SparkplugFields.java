// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

/** Field numbers of the payload (proto2, Sparkplug B 3.0, chapter 6) as far as they are used. */
final class SparkplugFields {

  /** Of the payload. */
  static final int TIMESTAMP = 1;

  static final int METRIC = 2;
  static final int SEQ = 3;

  /** Of a metric. */
  static final int NAME = 1;

  static final int ALIAS = 2;
  static final int METRIC_TIMESTAMP = 3;
  static final int DATATYPE = 4;
  static final int IS_HISTORICAL = 5;
  static final int IS_NULL = 7;
  static final int INT_VALUE = 10;
  static final int LONG_VALUE = 11;
  static final int FLOAT_VALUE = 12;
  static final int DOUBLE_VALUE = 13;
  static final int BOOLEAN_VALUE = 14;
  static final int STRING_VALUE = 15;

  private SparkplugFields() {}
}
