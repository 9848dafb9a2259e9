// SPDX-License-Identifier: Apache-2.0
/** What stations that see vehicles tell other stations of the same site. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.traffic;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
