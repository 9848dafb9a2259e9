// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import java.util.List;

/** A back office, whatever its messages look like. Calls wait for the answer. */
public interface BackOffice {

  /**
   * Posts records.
   *
   * @return what it said, by number; of numbers that are missing nothing is known
   */
  List<Settled> post(LaneRange range) throws OfficeTrouble;

  /**
   * Asks what became of records that were posted.
   *
   * @return what it has; numbers that are missing it does not have
   */
  List<Settled> status(LaneRange range) throws OfficeTrouble;

  /** Fetches what changed in an issuer's list. */
  ListAnswer list(ListQuestion question) throws OfficeTrouble;
}
