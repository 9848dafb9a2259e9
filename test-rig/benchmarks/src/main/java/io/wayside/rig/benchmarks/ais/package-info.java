// SPDX-License-Identifier: Apache-2.0
/** How fast AIS sentences become messages: loops and forks are those of JMH. */
@NullMarked
package io.wayside.rig.benchmarks.ais;

import org.jspecify.annotations.NullMarked;
