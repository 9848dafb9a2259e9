// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.Wording;

/** A rule of a document; the first that applies has the light. */
public sealed interface Rule permits LevelRule, SeasonRule {

  String name();

  Wording title();

  /** Where it comes from. */
  String source();
}
