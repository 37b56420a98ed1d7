/** What the French choose first, folded; short, as browsers load it. From public lists of leaks. @category data */
export const words: ReadonlySet<string> = new Set(
  (
    "motdepasse mdp password passwd pass admin bienvenue bonjour coucou salut merci soleil doudou loulou chouchou " +
    "cherie jetaime amour monamour toto titi nounours chocolat vacances famille maison maman papa enfant " +
    "ecole cantine garderie mairie commune portail marseille paris lyon france psg om football zidane superman batman " +
    "naruto pokemon starwars dragon princesse iloveyou welcome letmein login secret test azert internet ordinateur " +
    "orange wanadoo facebook camille nicolas julien thomas janvier fevrier mars avril mai juin juillet aout " +
    "septembre octobre novembre decembre noel"
  ).split(" ")
)

/** Rows of signs: four in a row are no secret. @category data */
export const rows =
  "azertyuiopqsdfghjklmwxcvbn qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz 01234567890123456789 9876543210"
