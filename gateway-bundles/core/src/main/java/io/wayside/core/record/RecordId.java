// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * A record's identity and, for everyone upstream, its idempotency key.
 *
 * @param gateway the gateway's id, unique in the tenant
 * @param stream the stream within the gateway
 * @param sequence 1, 2, 3 … without a gap within the stream, assigned by the journal
 */
public record RecordId(String gateway, String stream, long sequence) {

  public RecordId {
    Names.require("gateway", gateway);
    Names.require("stream", stream);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence starts at 1: " + sequence);
    }
  }

  @Override
  public String toString() {
    return gateway + "/" + stream + "/" + sequence;
  }
}
