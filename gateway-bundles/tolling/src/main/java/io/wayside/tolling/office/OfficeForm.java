// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.data.GarbledData;
import java.time.Instant;
import java.util.List;

/**
 * How requests to an office look. Pure: the same records, the same bytes, but for the moment of
 * sending.
 */
public interface OfficeForm {

  /** A post: one request, or several that are sent in this order. */
  List<OfficeRequest> post(LaneRange range, Instant sent);

  OfficeRequest status(LaneRange range, Instant sent);

  OfficeRequest list(ListQuestion question, Instant sent);

  /**
   * Reads what came back for a post or a question about one.
   *
   * @param asked for which the answer is
   */
  List<Settled> settled(byte[] answer, LaneRange asked) throws GarbledData;

  ListAnswer list(byte[] answer) throws GarbledData;

  OfficeRequest ask(TagQuestion question, Instant sent);

  /**
   * Reads what came back for a question about a tag.
   *
   * @param asked for which the answer is
   */
  TagAnswer answer(byte[] answer, TagQuestion asked) throws GarbledData;

  /** Asks for nothing but a sign of life. */
  OfficeRequest probe(Instant sent);

  /** Any answer in this form will do. */
  void probed(byte[] answer) throws GarbledData;
}
