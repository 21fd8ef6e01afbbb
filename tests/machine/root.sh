#!/usr/bin/env bash
# Makes the machine's disk: a fresh Debian 12 with the packages given, installed by apt as a person does it.
#   root.sh FOLDER PACKAGE.deb...
# In FOLDER: `base`, that Debian with what the packages depend on (made once, from apt's mirror),
# `kernel` and `initrd`, `disk`, the root as an ext4 image.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1
shift
mirror=${STAIRWELL_MIRROR:-http://deb.debian.org/debian}
base=$folder/base root=$folder/root

within() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$@"; }
apt() { within "$1" apt-get -q -y -o Dpkg::Use-Pty=0 -o APT::Sandbox::User=root --no-install-recommends "${@:2}"; }

make_base() {
	local names
	rm -rf "$base" "$base.new"
	debootstrap --variant=minbase --include=systemd-sysv,udev,dbus,kmod,alsa-utils,python3-minimal bookworm "$base.new" "$mirror"
	printf '#!/bin/sh\nexit 101\n' >"$base.new/usr/sbin/policy-rc.d" # nothing starts while it is built
	chmod +x "$base.new/usr/sbin/policy-rc.d"
	cat >"$base.new/etc/apt/sources.list" <<-EOF
		deb $mirror bookworm main
		deb ${mirror}-security bookworm-security main
	EOF
	cp /etc/resolv.conf "$base.new/etc/resolv.conf"
	apt "$base.new" update
	apt "$base.new" install linux-image-amd64 busybox-static
	mkdir "$base.new/new"
	cp "$@" "$base.new/new"
	names=$(cd "$base.new" && echo /new/*.deb)
	# shellcheck disable=SC2086 # one word a package
	apt "$base.new" install $names
	apt "$base.new" purge stairwell stairwell-kiosk
	apt "$base.new" clean
	rm -rf "$base.new/new" "$base.new/usr/sbin/policy-rc.d"
	mv "$base.new" "$base"
}

# The first program of the machine: modules until the disk is there; the rest is its own business.
make_initrd() {
	local tree=$folder/initrd.d version name file
	version=$(cd "$base/lib/modules" && echo *)
	rm -rf "$tree"
	mkdir -p "$tree"/{bin,mod,root,proc,dev}
	cp "$base/bin/busybox" "$tree/bin/busybox"
	for name in virtio_pci virtio_blk ext4; do
		modprobe -d "$base" -S "$version" --show-depends "$name" | sed -n 's/^insmod //p'
	done | awk '!seen[$0]++' | while read -r file; do
		cp "$file" "$tree/mod/"
		echo "insmod /mod/$(basename "$file")"
	done >"$tree/modules"
	cat >"$tree/init" <<-'EOF'
		#!/bin/busybox sh
		b=/bin/busybox
		$b mount -t devtmpfs dev /dev
		$b mount -t proc proc /proc
		while read -r _ module; do $b insmod "$module"; done </modules
		until [ -b /dev/vda ]; do $b usleep 50000; done
		$b mount -t ext4 /dev/vda /root
		$b umount /proc
		exec $b switch_root /root /lib/systemd/systemd
	EOF
	chmod +x "$tree/init"
	(cd "$tree" && find . | bin/busybox cpio -o -H newc 2>/dev/null | gzip -1) >"$folder/initrd"
	cp "$base/boot/vmlinuz-$version" "$folder/kernel"
}

[ -d "$base" ] || { make_base "$@" && make_initrd; } >"$folder/base.log" 2>&1 || {
	tail -20 "$folder/base.log" >&2
	exit 1
}
