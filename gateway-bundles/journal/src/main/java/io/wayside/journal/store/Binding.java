// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers, links and seals batches; any thread may, for it changes nothing. */
record Binding(String gateway, Signer signer) {

  /**
   * Makes what is to be stored.
   *
   * @param base where the journal stands, or will stand
   * @param pendings at least one
   */
  Bound bind(Tip base, List<Pending> pendings, Instant now) throws SigningFailed {
    Map<String, StreamState> moved = new LinkedHashMap<>();
    List<RecordId> ids = new ArrayList<>(pendings.size());
    List<Bound.Row> rows = new ArrayList<>(pendings.size());
    Map<String, byte[]> beginnings = new HashMap<>();
    Chain.Linking linking = new Chain.Linking();
    int nextStreamId = base.nextStreamId();
    for (Pending pending : pendings) {
      StreamState state = moved.get(pending.stream());
      if (state == null) {
        state = base.streams().get(pending.stream());
      }
      if (state == null) {
        state = begin(nextStreamId++, pending);
      }
      RecordId id = new RecordId(gateway, pending.stream(), state.head() + 1);
      byte[] beginning =
          beginnings.computeIfAbsent(
              pending.stream(), stream -> RecordCodec.beginning(gateway, stream));
      byte[] canonical = RecordCodec.encode(beginning, id.sequence(), pending.matter());
      byte[] hash = linking.hash(state.headHash(), canonical);
      ids.add(id);
      rows.add(
          new Bound.Row(
              Place.of(state.id(), id.sequence()), Rank.of(pending.importance()), hash, canonical));
      moved.put(pending.stream(), state.advanced(id.sequence(), hash, pending.importance()));
    }
    SignedSeal seal = seal(base, moved, now);
    return new Bound(base, pendings, rows, ids, moved, seal, now, base.next(seal.digest(), moved));
  }

  private static StreamState begin(int id, Pending pending) {
    return new StreamState(
        id, pending.stream(), pending.importance(), 0, Chain.origin(), 0, Chain.origin());
  }

  private SignedSeal seal(Tip base, Map<String, StreamState> moved, Instant now)
      throws SigningFailed {
    List<Seal.Head> heads = new ArrayList<>(moved.size());
    for (StreamState state : moved.values()) {
      heads.add(new Seal.Head(state.name(), state.head(), Chain.hex(state.headHash())));
    }
    return SignedSeal.sign(
        new Seal(gateway, base.batch() + 1, base.lastSeal(), now, heads), signer);
  }
}
