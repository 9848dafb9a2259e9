// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import java.util.List;

/** How a profile puts several records into one message. */
public interface BatchForm {

  /** The most bytes a batch has besides its records and one more for each of them. */
  int MOST_AROUND = 32;

  String topic();

  /**
   * The payload of a batch.
   *
   * @param records the payloads that the records would have as messages of their own
   * @param gzip whether to compress it where that makes it shorter
   */
  byte[] join(List<byte[]> records, boolean gzip);
}
