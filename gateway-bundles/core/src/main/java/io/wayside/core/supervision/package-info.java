// SPDX-License-Identifier: Apache-2.0
/**
 * The thread that each driver keeps for its device: opens it, works with it, opens it again with
 * growing pauses when it broke, and never ends before it is told to.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.supervision;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
