// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.command.CommandResult;
import java.util.Optional;

/** Why an order is not taken: a stable code, and words with the remedy. */
public record Refusal(String code, String words) {

  static Optional<Refusal> of(String code, String words) {
    return Optional.of(new Refusal(code, words));
  }

  CommandResult.Refused asResult() {
    return new CommandResult.Refused(code, words);
  }
}
