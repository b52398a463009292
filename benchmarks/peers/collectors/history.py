"""history.py COMMITS: a linear history as a stream for git fast-import; 1,000 files, one commit in a hundred names a CVE."""
import random
import sys

WORDS = ("fix add update remove refactor handler module build test cache index parser server client token retry limit "
         "queue batch stream").split()
FILES = 1000
START = 1_500_000_000


def message(chance):
    text = "{}\n\n{}\n".format(" ".join(chance.choices(WORDS, k=6)), " ".join(chance.choices(WORDS, k=18)))
    if chance.random() < 0.01:
        text += "\nFixes CVE-20{}-{}\n".format(chance.randint(15, 26), chance.randint(1000, 99999))
    return text.encode()


def main(commits):
    chance = random.Random(7)
    write = sys.stdout.buffer.write
    for i in range(1, commits + 1):
        text = message(chance)
        content = "line {} {}\n".format(i, chance.random()).encode() * 3
        date = START + 60 * i
        write(b"commit refs/heads/main\nmark :%d\n" % i)
        write(b"author Ana Example <ana%d@example.com> %d +0000\n" % (i % 50, date))
        write(b"committer Ben Example <ben@example.com> %d +0000\n" % date)
        write(b"data %d\n%b" % (len(text), text))
        write(b"M 100644 inline dir%d/file%d.txt\n" % (i % 20, i % FILES))
        write(b"data %d\n%b\n" % (len(content), content))
    write(b"done\n")


main(int(sys.argv[1]))
