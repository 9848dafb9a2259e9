// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import io.wayside.core.data.Value;
import io.wayside.core.time.Stamp;
import java.util.List;

/**
 * What a station hands to the journal: a record but for its sequence number.
 *
 * @param stream the stream it belongs to, such as {@code weighing.lane-1}
 * @param kind what the body is about
 * @param importance what may become of it when space or time is short
 * @param occurred when it happened, not when it was written
 * @param provenance with what it was worked out
 * @param body the content
 * @param blobs bulk content kept beside it
 */
public record Draft(
    String stream,
    RecordKind kind,
    Importance importance,
    Stamp occurred,
    Provenance provenance,
    Value.Fields body,
    List<Blob> blobs) {

  public Draft {
    Names.require("stream", stream);
    blobs = List.copyOf(blobs);
  }

  /** A draft without bulk content. */
  public Draft(
      String stream,
      RecordKind kind,
      Importance importance,
      Stamp occurred,
      Provenance provenance,
      Value.Fields body) {
    this(stream, kind, importance, occurred, provenance, body, List.of());
  }
}
