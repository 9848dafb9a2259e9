// SPDX-License-Identifier: Apache-2.0
/** Numbers in registers of 16 bits, for every driver that reads some. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.register;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
