// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.tolling.plaza.PlazaDoor.Refusal;
import java.util.Map;

/**
 * What a gateway's way to the other lanes has carried since it started.
 *
 * @param sent datagrams, one for each peer
 * @param failed datagrams that could not be sent
 * @param dropped messages that were not sent because newer ones came too fast
 * @param heard messages that were let in
 * @param refused datagrams that were turned away, by the reason
 */
record Traffic(long sent, long failed, long dropped, long heard, Map<Refusal, Long> refused) {

  Traffic {
    refused = Map.copyOf(refused);
  }

  long refused(Refusal why) {
    return refused.getOrDefault(why, 0L);
  }
}
