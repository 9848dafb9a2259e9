// SPDX-License-Identifier: Apache-2.0

/**
 * Devices in memory that do what a script says and keep every promise of their contract: the
 * reference of the suites, and a stand-in for stations under test.
 */
@NullMarked
package io.wayside.rig.contracts.scripted;

import org.jspecify.annotations.NullMarked;
