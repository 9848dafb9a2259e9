// SPDX-License-Identifier: Apache-2.0
/** Measurements with uncertainty and flags; a flag never disappears on the way. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.quality;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
