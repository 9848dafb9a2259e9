// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.office.LaneOffice;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** An office that answers when the test says so. */
final class HandOffice implements LaneOffice {

  private record Asked(TagQuestion question, long withinNanos, Consumer<TagAnswer> answer) {}

  private final List<Asked> asked = new ArrayList<>();
  boolean reachable = true;
  OptionalLong through = OptionalLong.empty();

  /** Answers at once, when there is an answer. */
  Optional<TagAnswer> atOnce = Optional.empty();

  @Override
  public boolean isReachable() {
    return reachable;
  }

  @Override
  public void ask(TagQuestion question, long withinNanos, Consumer<TagAnswer> answer) {
    asked.add(new Asked(question, withinNanos, answer));
    atOnce.ifPresent(answer);
  }

  @Override
  public OptionalLong settledThrough(String stream) {
    return stream.equals(LaneBench.ORIGIN.stream()) ? through : OptionalLong.empty();
  }

  List<TagQuestion> questions() {
    return asked.stream().map(Asked::question).toList();
  }

  List<Long> withins() {
    return asked.stream().map(Asked::withinNanos).toList();
  }

  void answer(boolean grants, String reason) {
    asked.get(asked.size() - 1).answer().accept(new TagAnswer(grants, reason, Optional.empty()));
  }
}
