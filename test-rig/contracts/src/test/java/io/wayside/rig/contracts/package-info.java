// SPDX-License-Identifier: Apache-2.0

/** The scripted devices keep their contracts, and the suites fail for devices that do not. */
@NullMarked
package io.wayside.rig.contracts;

import org.jspecify.annotations.NullMarked;
