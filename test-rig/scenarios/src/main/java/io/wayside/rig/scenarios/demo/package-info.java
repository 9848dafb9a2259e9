// SPDX-License-Identifier: Apache-2.0
/** The demo: a simulated weigh lane, the shipped gateway, a broker and the reference subscriber. */
@NullMarked
package io.wayside.rig.scenarios.demo;

import org.jspecify.annotations.NullMarked;
