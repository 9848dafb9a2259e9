// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

import io.wayside.core.health.Health;

/** How a part is. */
public record PartHealth(String part, Health health) {}
