// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limits of one country as data. */
public final class LawPack {

  final Contents contents;

  /**
   * What a pack says.
   *
   * @param groupGapM neighbours at most this far apart are of one group
   * @param registered the rule that the registered weight is a limit too; empty when there is none
   * @param verdicts what verdicts and refusals are called, by their words
   */
  record Contents(
      String id,
      Wording title,
      double groupGapM,
      Deduction deduction,
      Optional<RuleHead> registered,
      List<Layout> layouts,
      List<Limit> limits,
      List<Penalty> penalties,
      List<Note> notes,
      Map<String, Wording> verdicts) {}

  LawPack(Contents contents) {
    this.contents = contents;
  }

  public static LawPack from(Node document) throws GarbledData {
    return new PackReader(document).read();
  }

  public String id() {
    return contents.id();
  }

  public Wording title() {
    return contents.title();
  }

  /** Ids of the layouts the pack tells apart; empty when none matter. */
  public List<String> layouts() {
    return contents.layouts().stream().map(Layout::id).toList();
  }

  /** Whether the registered weight is a limit under this law. */
  public boolean knowsRegisteredWeight() {
    return contents.registered().isPresent();
  }

  /** What this pack calls a verdict, or {@code not-offered}. */
  public Wording name(String verdict) {
    Wording name = contents.verdicts().get(verdict);
    if (name == null) {
      throw new IllegalArgumentException("no verdict is called " + verdict);
    }
    return name;
  }

  public Decision decide(Weighed vehicle, Circumstances circumstances) {
    return new Judge(contents, vehicle, circumstances).decide();
  }
}
