// SPDX-License-Identifier: Apache-2.0
/** How all parts are, and which alarms follow from it; plain Java. */
@NullMarked
package io.wayside.runtime.health;

import org.jspecify.annotations.NullMarked;
