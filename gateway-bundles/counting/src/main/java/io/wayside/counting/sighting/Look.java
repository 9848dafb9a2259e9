// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.Kind;
import java.util.OptionalDouble;

/** What something looks like. */
record Look(Kind kind, double confidence, OptionalDouble lengthM) {}
