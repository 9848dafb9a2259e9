// SPDX-License-Identifier: Apache-2.0
/** Physical quantities in SI units as small value types. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.unit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
